/** Words that join one report, one clause or one sentence to another, by what they do between the two. */
import { wordSet } from '../characters.ts';

/** After these, or by these, another report begins. */
export const bringsNews = wordSet(
  'كما فيما بينما حيث ثم بل لكنه لكنها لكنهم لكنهما لكن ولكنه ولكنها ولكنهم ولكنهما ولكن وقد وكان وكانت فقد وكذلك وحيث',
);

/** After a comma, these open the reporter's own words. */
export const tails = wordSet('علما يذكر يشار وكان وكانت جاء وجاء ويأتي وتأتي');

/** After a comma, a noun phrase does not go on over these. */
export const turns = wordSet(
  'كما بيد غير لكن ولكن لكنه لكنها لكنهم لكنهما ولكنه ولكنها ولكنهم ولكنهما فيما بينما وقد وكان وكانت ثم مما',
);

/** After وذلك, these tell when or where it was said, in the reporter's words: وذلك في أعقاب; not وذلك لحضوره, وذلك بسبب. */
export const occasionsOf = wordSet(
  'بحسب حسب حسبما وفق وفقا طبقا نقلا في خلال عقب إثر على ردا تعليقا قبيل بعيد قبل غداة ضمن بعد منذ',
);

/** After دون, what the reporter misses in what was said: دون تسمية, من دون أن يذكر. */
export const withheld = wordSet(`
صدور تسمية ذكر تقديم إعطاء الكشف كشف تحديد الخوض مزيد المزيد توضيح توضيحات إيضاحات تفاصيل الإشارة الإفصاح إفصاح الإدلاء إيراد ذكره تسميته تسميتها ذكرها تحديده تحديدها إيضاح
توفر تأكيد تعليق إضافة إبداء إيراد
أن يذكر تذكر يسمي تسمي يوضح توضح يحدد تحدد يقدم تقدم يكشف تكشف يعطي تعطي يفصح تفصح يشير تشير يدلي تدلي يورد تورد يتطرق تتطرق يضيف تضيف`);

/** After these, a verb of thinking with أن right after it is nobody's: لكن يعتقد أن. */
export const impersonals = wordSet('يعتقد يرجح يخشى يظن يتوقع يقال يذكر يفترض يزعم يلاحظ يشار يؤمل');

/** After a comma, these may open another report: بعدما أعلن. */
export const afterwards = wordSet('بعدما بعد عقب قبل منذ');

/** Right before a verb in the present that reports, though no subject stands before it. */
export const beforeReports = wordSet(
  'لم ولم فلم كما فيما بينما حيث ثم لكنه لكنها لكنهم لكنهما لكن ولكنه ولكنها ولكنهم ولكنهما ولكن إذ وقد قد هو هي وهو وهي لا ولا كان كانت ما وما إنه إنها إنهم',
);

/** A subject before its verb begins after these: لكن مسؤولا قال. */
export const beforeSubjects = wordSet(
  'لكن ولكن بينما فيما إلا أن وكان وكانت كان كانت حيث وفيما كما بعدما بعد إذ عندما حين غير أنه أنها ما',
);

/** Before جاء and ورد where they tell what a text says: كما ورد في التقرير. */
export const openers = wordSet('كما حسبما ما مما ومما حيث وقد قد الذي التي فقد بينما فيما');

/** What was said stands before these: كما قال, حسبما ذكر. */
export const asSaid = wordSet('كما حسبما مثلما هكذا وفقما');
