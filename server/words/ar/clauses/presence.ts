/** Details of 3W checks: sheets, rows, places and spellings that wait for a person. */
import type en from '../../en/clauses/presence.ts';

export default {
  'clause.presence.left-out': 'الصف {row}، {reason, select, total {مجموع} instruction {تعليمات} repeatedHeader {عنوان مكرر} other {{reason}}}: {text}',
  'clause.presence.sheet':
    '{sheet}، {rows, plural, zero {بلا صفوف} one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}}{hidden, select, yes {، مخفية} other {}}',
  'clause.presence.new-column': 'جديد: {heading}',
  'clause.presence.gone-column': 'اختفى: {heading}',
  'clause.presence.blank': '(فارغ)',
  'clause.presence.written': '{rows, number} × {text}',
  'clause.presence.written-or': '{rows, number} × {text}: {choices, or}؟',
  'clause.presence.written-several': '{rows, number} × {text}: عدة قيم، {parts}؟',
  'clause.presence.spelled': '{rows, number} × {written} ← {name} ({pcode})',
  'clause.presence.repaired': '{rows, number} × {pattern} ({before} ← {after})',
  'clause.presence.wandered': '{rows, number} × {code}: {names, list}',
  'clause.presence.scheme': '{rows, number} × «{heading}»: {samples, list}',
  'clause.presence.acronym': '{a} و{b} لهما الاختصار نفسه',
  'clause.presence.alike': '{a} و{b} متشابهتان في الكتابة',
  'clause.presence.dates': 'الصف {row}: من {start} إلى {end}',
  'clause.presence.repeats': 'الصف {row} يكرر الصف {first}',
  'clause.presence.odd-date':
    '{heading}: {text} ({why, select, zero {صفر من برنامج الجداول} other {بعيد بسنوات عن غيره}})، {rows, plural, one {الصف {first}} two {صفّان، أولهما {first}} few {# صفوف، أولها {first}} many {# صفًا، أولها {first}} other {# صف، أولها {first}}}',
  'clause.presence.calendar-column': '{heading}: {calendar}، {text} = {iso}',
  'clause.calendar.gregorian': 'الميلادي',
  'clause.calendar.persian': 'الهجري الشمسي',
  'clause.calendar.ethiopic': 'الإثيوبي',
  'clause.calendar.nepali': 'النيبالي (بيكرم سمبت)',
  'clause.calendar.buddhist': 'البوذي',
  'clause.calendar.islamic': 'الهجري القمري',
} satisfies Record<keyof typeof en, string>;
