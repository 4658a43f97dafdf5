/** The patterns of the derived forms and of the verbs with four letters: how each form builds its stems from the root. */
import type { VerbForm } from '../../core/dictionary/answer.ts';
import { FATHA as a, DAMMA as u, KASRA as i, SHADDA } from './letters.ts';
import { type Head, type Vowel, weak } from './stems.ts';

/** c1 and the ت of form VIII, as they melt together. The first is the rule, the others occur. */
function withTa(c1: string): readonly string[] {
  switch (c1) {
    case 'د':
      return [`د${SHADDA}`];
    case 'ذ':
      return [`د${SHADDA}`, `ذ${SHADDA}`, 'ذد'];
    case 'ز':
      return ['زد'];
    case 'ص':
      return ['صط'];
    case 'ض':
      return ['ضط'];
    case 'ط':
      return [`ط${SHADDA}`];
    case 'ظ':
      return [`ظ${SHADDA}`, 'ظط'];
    case 'ت':
    case 'و':
    case 'ي':
      return [`ت${SHADDA}`];
    case 'ث':
      return [`ث${SHADDA}`, 'ثت'];
    case 'ء':
      return ['ءت', `ت${SHADDA}`];
    default:
      return [`${c1}ت`];
  }
}

/** The four heads of a form: perfect and imperfect, active and passive; and its masdar. */
export interface Pattern {
  readonly perfect: Head;
  readonly perfectPassive: Head;
  readonly imperfect: Head;
  readonly imperfectPassive: Head;
  /** The vowel of the middle letter in the active imperfect. */
  readonly v: Vowel;
  readonly person: typeof a | typeof u;
  readonly masdar: string | null;
}

/** A head: what stands before the middle letter, that letter, how it leans. */
export const head = (open: string, middle: string, lean: Head['lean']): Head => ({ open, middle, lean });

/** The patterns of a form for one root; the first that makes the lemma is taken. */
export function patterns(form: VerbForm, root: string): readonly Pattern[] {
  const [c1 = '', c2 = '', c3 = '', c4 = ''] = root;
  const defective = weak(c3);
  const hollow = weak(c2) && !defective;
  const d = c2 + SHADDA;
  const end = defective ? 'ء' : c3;
  const make = (
    perfect: Head,
    perfectPassive: Head,
    imperfect: Head,
    imperfectPassive: Head,
    v: Vowel,
    person: typeof a | typeof u,
    masdar: string | null,
  ): Pattern => ({ perfect, perfectPassive, imperfect, imperfectPassive, v, person, masdar });
  switch (form) {
    case '2': {
      const masdar = defective
        ? `ت${a}${c1}${c2}${i}ي${a}ة`
        : c3 === 'ء'
          ? `ت${a}${c1}${c2}${i}ءة`
          : `ت${a}${c1}${c2}${i}ي${c3}`;
      return [
        make(
          head(c1 + a, d, 'firm'),
          head(c1 + u, d, 'firm'),
          head(c1 + a, d, 'firm'),
          head(c1 + a, d, 'firm'),
          'i',
          u,
          masdar,
        ),
      ];
    }
    case '3': {
      const make3 = (lean: Head['lean']) => {
        const same = head(`${c1}ا`, c2, lean);
        const rest = lean === 'open' ? d : defective ? `${c2}ا` : c2 + a + c3;
        return make(same, head(`${c1}${u}و`, c2, 'firm'), same, same, 'i', u, `م${u}${c1}ا${rest}ة`);
      };
      // حاجّ, but also حاجج.
      return c2 === c3 ? [make3('open'), make3('firm')] : [make3('firm')];
    }
    case '4': {
      const masdar = hollow ? `ء${i}${c1}ا${c3}ة` : `ء${i}${c1 === 'و' ? 'ي' : c1}${c2}ا${end}`;
      const make4 = (lean: Head['lean']) =>
        make(
          head(`ء${a}${c1}`, c2, lean),
          head(`ء${u}${c1}`, c2, lean),
          head(c1, c2, lean),
          head(c1, c2, lean),
          'i',
          u,
          lean === 'firm' ? `ء${i}${c1}${c2}ا${end}` : masdar,
        );
      return [make4('closed'), make4('firm')];
    }
    case '5':
    case '6': {
      const five = form === '5';
      const stem = five ? `ت${a}${c1}${a}` : `ت${a}${c1}ا`;
      const passive = five ? `ت${u}${c1}${u}` : `ت${u}${c1}${u}و`;
      const middle = five ? d : c2;
      const make56 = (lean: Head['lean']) => {
        const same = head(stem, middle, lean);
        const masdar = defective
          ? `${stem}${middle}${i}ي`
          : lean === 'open'
            ? `${stem}${d}`
            : `${stem}${middle}${u}${c3}`;
        return make(same, head(passive, middle, 'firm'), same, same, 'a', a, masdar);
      };
      // تحاجّ, but also تحاصص.
      return !five && c2 === c3 ? [make56('open'), make56('firm')] : [make56('firm')];
    }
    case '7': {
      const make7 = (lean: Head['lean']) =>
        make(
          head(`ا${i}ن${c1}${a}`, c2, lean),
          head(`ا${u}ن${c1}${u}`, c2, lean),
          head(`ن${c1}${a}`, c2, lean),
          head(`ن${c1}${a}`, c2, lean),
          hollow || c2 === c3 ? 'a' : 'i',
          a,
          `ا${i}ن${c1}${i}${hollow ? 'ي' : c2}ا${end}`,
        );
      return [make7('open')];
    }
    case '8':
      return withTa(c1).flatMap((t) => {
        const make8 = (lean: Head['lean']) =>
          make(
            head(`ا${i}${t}${a}`, c2, lean),
            head(`ا${u}${t}${u}`, c2, lean),
            head(`${t}${a}`, c2, lean),
            head(`${t}${a}`, c2, lean),
            lean === 'open' && (hollow || c2 === c3) ? 'a' : 'i',
            a,
            `ا${i}${t}${i}${hollow && lean === 'open' ? 'ي' : c2}ا${end}`,
          );
        // ازدوج، اجتور: a middle و that stays.
        return hollow ? [make8('open'), make8('firm')] : [make8('open')];
      });
    case '10': {
      const make10 = (lean: Head['lean']) =>
        make(
          head(`ا${i}ست${a}${c1}`, c2, lean),
          head(`ا${u}ست${u}${c1}`, c2, lean),
          head(`ست${a}${c1}`, c2, lean),
          head(`ست${a}${c1}`, c2, lean),
          'i',
          a,
          hollow && lean !== 'firm' ? `ا${i}ست${i}${c1}ا${c3}ة` : `ا${i}ست${i}${c1 === 'و' ? 'ي' : c1}${c2}ا${end}`,
        );
      return hollow ? [make10('closed'), make10('firm')] : [make10('closed')];
    }
    case 'q1':
    case 'q2': {
      const t = form === 'q2' ? `ت${a}` : '';
      const tu = form === 'q2' ? `ت${u}` : '';
      const stem = head(`${t}${c1}${a}${c2}`, c3, 'firm');
      return [
        make(
          stem,
          head(`${tu}${c1}${u}${c2}`, c3, 'firm'),
          stem,
          stem,
          form === 'q1' ? 'i' : 'a',
          form === 'q1' ? u : a,
          form === 'q1'
            ? `${c1}${a}${c2}${c3}${weak(c4) ? 'ا' : a + c4}ة`
            : weak(c4)
              ? `${t}${c1}${a}${c2}${c3}${i}ي`
              : `${t}${c1}${a}${c2}${c3}${u}${c4}`,
        ),
      ];
    }
    case 'q4': {
      const perfect = head(`ا${i}${c1}${c2}${a}`, c3, 'open');
      return [
        make(
          perfect,
          head(`ا${u}${c1}${c2}${u}`, c3, 'open'),
          head(`${c1}${c2}${a}`, c3, 'open'),
          head(`${c1}${c2}${a}`, c3, 'open'),
          'i',
          a,
          `ا${i}${c1}${c2}${i}${c3}${c4}ا${c4}`,
        ),
      ];
    }
    case '9': {
      const stem = head(`${c1}${c2}${a}`, c3, 'open');
      return [
        make(head(`ا${i}${c1}${c2}${a}`, c3, 'open'), stem, stem, stem, 'i', a, `ا${i}${c1}${c2}${i}${c3}ا${c3}`),
      ];
    }
    case '1':
      return [];
  }
}
