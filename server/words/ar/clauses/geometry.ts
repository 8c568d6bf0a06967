/** Details of families G and T: outlines, extents, overlaps, gaps. */
import type en from '../../en/clauses/geometry.ts';

export default {
  'clause.record': 'السجل {row}',
  'clause.geometry.none': '{unit} بلا شكل هندسي',
  'clause.geometry.kind': '{unit}: {kind, select, point {نقطة} line {خط} other {مجموعة مختلطة}}',
  'clause.geometry.fault':
    '{unit}: {fault, select, crossing {المحيط يقطع نفسه} ring {حلقة تلامس نفسها أو تقطعها} shells {جزء يقع داخل جزء آخر} holes {ثقب يقع داخل ثقب آخر} outside {ثقب يقع خارج جزئه} cut {ثقوب أو نتوءات تقسم المساحة قسمين} twice {الحلقة نفسها مكررة} other {{words}}}',
  'clause.geometry.height': 'في {layer} إحداثي ثالث (ارتفاع)',
  'clause.geometry.corners': 'في {unit} جزء بثلاثة رؤوس',
  'clause.geometry.crumb': 'جزء من {unit} مساحته {area, m2} وعرضه {width, m}',
  'clause.geometry.repeats': 'في {unit} {count, plural, one {رأس مكرر واحد} two {رأسان مكرران} few {# رؤوس مكررة} many {# رأسًا مكررًا} other {# رأس مكرر}}',
  'clause.geometry.notch': 'يعود محيط {unit} إلى مسافة {width, m} من نفسه على طول {length, m}',
  'clause.geometry.same': '{units, and}: الشكل الهندسي نفسه',
  'clause.geometry.rows': '{unit} في {rows, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}}',
  'clause.geometry.reach': 'نطاق {unit}: {box} (غرب، جنوب، شرق، شمال)',
  'clause.geometry.layer-reach': 'نطاق الطبقة: {box} (غرب، جنوب، شرق، شمال)',
  'clause.geometry.crs-silent': 'لا تذكر {layer} نظام إحداثيات',
  'clause.geometry.crs-came': 'كانت {layer} بنظام {crs}',
  'clause.geometry.no-numbers':
    'في {unit} {count, plural, one {إحداثي واحد ليس رقمًا} two {إحداثيان ليسا رقمين} few {# إحداثيات ليست أرقامًا} many {# إحداثيًا ليس رقمًا} other {# إحداثي ليس رقمًا}}',
  'clause.geometry.flat': '{unit} بلا عرض أو بلا ارتفاع',
  'clause.geometry.away': 'يقع {unit} خارج المرجع بأكثر من 10 كم',
  'clause.geometry.ends': 'ينتهي adm{level} على بعد {distance, m} من adm{base} في {side, select, west {الغرب} south {الجنوب} east {الشرق} other {الشمال}}',
  'clause.geometry.crosses-180': 'يعبر {unit} خط الطول 180 أو يقترب من أحد القطبين',
  'clause.topology.apart': 'يفصل بين {a} و{b} شق عرضه لا يتجاوز {width, most} على طول {length, m}',
  'clause.topology.one-line': 'ترسم {a} و{b} الحد نفسه برؤوس مختلفة، بتباعد لا يتجاوز {width, most} على طول {length, m}',
  'clause.topology.vertices': '{count, plural, one {رأس واحد} two {رأسان} few {# رؤوس} many {# رأسًا} other {# رأس}} بين {a} و{b} في واحدة منهما فقط',
  'clause.topology.same-ground': 'تغطي {a} و{b} الأرض نفسها: {area, m2}، بعرض يصل إلى {width, most}',
  'clause.topology.inside': 'تقع {a} داخل {b}: {area, m2}، بعرض يصل إلى {width, most}',
  'clause.topology.overlaps': 'تتداخل {a} و{b} في {area, m2}، بعرض يصل إلى {width, most}',
  'clause.topology.holes': 'عدد الفراغات {count, number}، مساحتها معًا {area, m2}، بعرض يصل إلى {width, most}، بين {units, list}',
  'clause.topology.hole':
    'فراغ مساحته {area, m2}، بعرض يصل إلى {width, most}، {count, plural, one {داخل} two {بين} few {بين} many {بين} other {بين}} {units, list}',
  'clause.topology.area': 'كانت مساحة {unit} {before, precise} كم² وصارت {after, precise} كم²',
} satisfies Record<keyof typeof en, string>;
