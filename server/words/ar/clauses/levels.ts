/** Details of family B: how the levels agree. */
import type en from '../../en/clauses/levels.ts';

export default {
  'clause.levels.in-none': '{unit} لا يقع في أي وحدة من adm{parent}',
  'clause.levels.reaches-out': '{unit} يتجاوز {parent} بمقدار {area, m2} ({percent, figure}٪)، بعرض يصل إلى {width, most}',
  'clause.levels.lies-in': '{unit} يذكر {stated}، لكن {percent, figure}٪ من مساحته يقع في {actual}',
  'clause.levels.runs-apart': '{length, m} من حد {unit} ({percent, figure}٪) تبتعد عن المستوى الأدنى',
  'clause.levels.covers': 'يغطي adm{level} {own, figure} كم²، وadm{parent} {above, figure} كم²',
  'clause.levels.outside-reference': '{area, m2} خارج المرجع، بعرض يصل إلى {width, most}',
  'clause.levels.missing-reference': '{area, m2} من المرجع غير مغطاة، بعرض يصل إلى {width, most}',
  'clause.levels.states-unknown': '{unit} يذكر {stated}، وهو غير موجود في adm{parent}',
  'clause.levels.states-none': '{unit} لا يذكر رمز adm{parent}',
  'clause.levels.calls': '{unit} يسمي {code} «{stated}»، أما طبقة {code} فتسميه «{expected}»',
  'clause.levels.has-none': '{unit} بلا أي وحدة من adm{child}',
  'clause.levels.has-codes': '{unit} يحمل رموز adm{parent}: {codes, list}',
} satisfies Record<keyof typeof en, string>;
