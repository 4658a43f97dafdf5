/** States by their other names, and the capitals that news names when it means their governments. */
import { key } from '../characters.ts';

/** A line: the name that stands for all, then the others. */
const SAME = `
الولايات المتحدة، الولايات المتحدة الأميركية، الولايات المتحدة الأمريكية، أميركا، أمريكا
المملكة المتحدة، بريطانيا، بريطانيا العظمى
السعودية، المملكة العربية السعودية، العربية السعودية
الإمارات، الإمارات العربية المتحدة، دولة الإمارات، دولة الإمارات العربية المتحدة
إيران، الجمهورية الإسلامية الإيرانية
قطر، دولة قطر
الكويت، دولة الكويت
البحرين، مملكة البحرين
روسيا، روسيا الاتحادية، الاتحاد الروسي
الصين، جمهورية الصين الشعبية
`;

const CAPITALS = `
واشنطن الولايات المتحدة، لندن المملكة المتحدة، موسكو روسيا، الكرملين روسيا، بكين الصين، باريس فرنسا، برلين ألمانيا، روما إيطاليا، مدريد إسبانيا، أثينا اليونان، أنقرة تركيا، طهران إيران، الرياض السعودية،
القاهرة مصر، دمشق سوريا، بغداد العراق، عمان الأردن، الدوحة قطر، أبوظبي الإمارات، المنامة البحرين، الخرطوم السودان، طرابلس ليبيا، الرباط المغرب، كابول أفغانستان، كابل أفغانستان، نيودلهي الهند، طوكيو اليابان،
سيول كوريا الجنوبية، بيونغيانغ كوريا الشمالية، كييف أوكرانيا، وارسو بولندا، أوتاوا كندا، أديس أبابا إثيوبيا، صنعاء اليمن، مقديشو الصومال، نواكشوط موريتانيا`;

const folded = (words: string) => words.trim().split(/\s+/).map(key).join(' ');

/** The one name of a state, folded, for each of its names. */
export const sameState: ReadonlyMap<string, string> = new Map(
  SAME.trim()
    .split('\n')
    .flatMap((line) => {
      const names = line.split('،').map(folded);
      return names.map((name): [string, string] => [name, names[0] as string]);
    }),
);

/** The state of a capital, both folded. */
export const stateOf: ReadonlyMap<string, string> = new Map(
  CAPITALS.split('،').map((pair): [string, string] => {
    const words = folded(pair).split(' ');
    const two = words[0] === 'اديس' ? 2 : 1;
    return [words.slice(0, two).join(' '), words.slice(two).join(' ')];
  }),
);
