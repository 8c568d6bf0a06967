/** Printed on pictures of maps. */
import type en from '../en/pictures.ts';

export default {
  'picture.zero': 'لا شيء',
  'picture.noData': 'لا بيانات',
  'picture.notReported': 'غير مُبلّغ عنه',
  'picture.possible': 'محتمل (منطقة قُسّمت)',
  'picture.notPlaced': 'المكان غير مؤكد',
  'picture.aboveOnly': 'المنطقة الأعلى فقط',
  'picture.withheld': 'محجوب',
  'picture.sources': 'المصادر',
  'picture.draft': 'مسودة – غير معتمدة',
  'picture.allAreas': 'كل المناطق',
  'picture.allClusters': 'كل القطاعات',
  'picture.moreAreas': '{n, number} أخرى في الجدول',
  'picture.people': 'السكان',
  'picture.density': 'السكان لكل كم²',
  'picture.organisations': 'المنظمات',
  'picture.activities': 'الأنشطة',
  'picture.reached': 'الأشخاص الذين تم الوصول إليهم',
  'picture.ratio': 'عدد السكان لكل منظمة',
  'picture.changeOfOrganisations': 'التغير في عدد المنظمات',
  'picture.changeOfActivities': 'التغير في عدد الأنشطة',
  'picture.changeOfPeople': 'التغير في عدد الأشخاص الذين تم الوصول إليهم',
  'picture.changeOfRatio': 'التغير في عدد السكان لكل منظمة',
  'picture.boundaries': 'الحدود الإدارية',
  'picture.rows': '{rows, plural, one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}}',
  'picture.note.abyei': 'لم يُحدد بعد الوضع النهائي لمنطقة أبيي.',
  'picture.note.sudan': 'لم تُحدد بعد الحدود النهائية بين جمهورية السودان وجمهورية جنوب السودان.',
  'picture.note.kashmir':
    'يمثل الخط المنقط تقريبًا خط المراقبة في جامو وكشمير المتفق عليه بين الهند وباكستان. ولم يتفق الطرفان بعد على الوضع النهائي لجامو وكشمير.',
  'picture.note.falkland': 'هناك نزاع بين حكومتي الأرجنتين والمملكة المتحدة على السيادة على جزر فوكلاند (مالفيناس).',
} satisfies Record<keyof typeof en, string>;
