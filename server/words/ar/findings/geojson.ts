/** Findings of the GeoJSON reader: what it had to read other than as written. */
import type en from '../../en/findings/geojson.ts';

export default {
  'finding.geojson.cut.title': 'قطع الخادم التنزيل',
  'finding.geojson.cut':
    'يذكر الملف {file} بنفسه أنه غير كامل: فيه {rows, number}{of, plural, =0 { من العناصر} other { من أصل # عنصر}}، وتنقصه وحدات. توقف خادم الخرائط عند حدّه؛ نزّل الطبقة صفحة صفحة أو اطلب الملف كاملًا.',
  'finding.geojson.depth.title': 'نوع الشكل لا يوافق إحداثياته',
  'finding.geojson.depth':
    '{count, plural, one {عنصر واحد يذكر} two {عنصران يذكران} few {# عناصر تذكر} many {# عنصرًا تذكر} other {# عنصر تذكر}} نوعًا هندسيًا لا يوافق تداخل إحداثياته (مثل Polygon بإحداثيات MultiPolygon). قُرئت بحسب إحداثياتها؛ صحّح النوع في المصدر، لأن برامج أخرى ستعرضها فارغة.',
  'finding.geojson.ring-open.title': 'حلقات غير مغلقة',
  'finding.geojson.ring-open':
    '{count, plural, one {حلقة واحدة لا تنتهي} two {حلقتان لا تنتهيان} few {# حلقات لا تنتهي} many {# حلقة لا تنتهي} other {# حلقة لا تنتهي}} حيث تبدأ؛ أُعيد الموضع الأول في آخرها. تحقق من أن شيئًا لا ينقصها.',
  'finding.geojson.ring-empty.title': 'حلقات فارغة',
  'finding.geojson.ring-empty':
    '{count, plural, one {حلقة واحدة بلا مواضع وقد حُذفت} two {حلقتان بلا مواضع وقد حُذفتا} few {# حلقات بلا مواضع وقد حُذفت} many {# حلقة بلا مواضع وقد حُذفت} other {# حلقة بلا مواضع وقد حُذفت}}. راجع العناصر في المصدر.',
} satisfies Record<keyof typeof en, string>;
