/** Words that join one report, one clause or one sentence to another, by what they do between the two. */
import { wordSet } from '../characters.ts';

/** After these, or by these, another report begins. */
export const bringsNews = wordSet(
  'كما فيما بينما حيث ثم لكنه لكنها لكن ولكنه ولكنها ولكن وقد وكان وكانت فقد وكذلك وحيث',
);

/** After a comma, these open the reporter's own words. */
export const tails = wordSet('وذلك علما يذكر يشار وكان وكانت جاء وجاء ويأتي وتأتي');

/** After a comma, a noun phrase does not go on over these. */
export const turns = wordSet('كما بيد غير لكن ولكن لكنه لكنها فيما بينما إذ وقد وكان وكانت وهو وهي وهم ثم مما حيث');

/** After a comma, these may open another report: بعدما أعلن. */
export const afterwards = wordSet('بعدما بعد عقب قبل منذ');

/** Right before a verb in the present that reports, though no subject stands before it. */
export const beforeReports = wordSet(
  'لم ولم فلم كما فيما بينما حيث ثم لكنه لكنها لكن ولكنه ولكنها ولكن إذ وقد قد هو هي وهو وهي لا ولا كان كانت ما وما إنه إنها إنهم',
);

/** A subject before its verb begins after these: لكن مسؤولا قال. */
export const beforeSubjects = wordSet(
  'لكن ولكن بينما فيما إلا أن وكان وكانت كان كانت حيث وفيما كما بعدما بعد إذ عندما حين غير أنه أنها ما',
);

/** Before جاء and ورد where they tell what a text says: كما ورد في التقرير. */
export const openers = wordSet('كما حسبما ما مما ومما حيث وقد قد الذي التي فقد بينما فيما');

/** What was said stands before these: كما قال, حسبما ذكر. */
export const asSaid = wordSet('كما حسبما مثلما هكذا وفقما');
