/** Findings of the GeoJSON reader: what it had to read other than as written. */
import type en from '../../en/findings/geojson.ts';

export default {
  'finding.geojson.cut.title': 'التنزيل قطعه الخادم',
  'finding.geojson.cut':
    'يذكر الملف {file} بنفسه أنه غير كامل: فيه {rows, number}{of, plural, =0 { من العناصر} other { من أصل # عنصر}}، وتنقصه وحدات. توقف خادم الخرائط عند حدّه؛ نزّل الطبقة صفحة صفحة أو اطلب الملف كاملًا.',
  'finding.geojson.depth.title': 'نوع الشكل الهندسي لا يوافق إحداثياته',
  'finding.geojson.depth':
    '{count, plural, one {عنصر واحد يذكر} two {عنصران يذكران} few {# عناصر تذكر} many {# عنصرًا تذكر} other {# عنصر تذكر}} نوعًا هندسيًا لا يوافق تداخل إحداثياته (مثل Polygon بإحداثيات MultiPolygon). اعتُمدت الإحداثيات في القراءة؛ صحّح النوع في المصدر، لأن برامج أخرى ستعرضها فارغة.',
  'finding.geojson.ring-open.title': 'حلقات غير مغلقة',
  'finding.geojson.ring-open':
    '{count, plural, one {حلقة واحدة لا تنتهي} two {حلقتان لا تنتهيان} few {# حلقات لا تنتهي} many {# حلقة لا تنتهي} other {# حلقة لا تنتهي}} حيث تبدأ؛ أُعيد الموضع الأول في آخرها. تحقق من أن شيئًا لا ينقصها.',
  'finding.geojson.ring-empty.title': 'حلقات فارغة',
  'finding.geojson.ring-empty':
    '{count, plural, one {حلقة واحدة بلا مواضع وقد تُركت} two {حلقتان بلا مواضع وقد تُركتا} few {# حلقات بلا مواضع وقد تُركت} many {# حلقة بلا مواضع وقد تُركت} other {# حلقة بلا مواضع وقد تُركت}}. راجع العناصر في المصدر.',
} satisfies Record<keyof typeof en, string>;
