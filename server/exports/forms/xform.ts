/** The same cascade as an XForm (getodk.github.io/xforms-spec), for servers that take no XLSForm; long lists are secondary instances from CSV files. Pure. */
import { escapeXml } from '../../formats/text/escape.ts';
import type { Choices } from './choices.ts';
import { isLong, type FormAbout } from './xlsform.ts';

/** In one language, that of the labels. */
export function writeXForm({ lists }: Choices, { title, id, version, levelIn }: FormAbout, lang: string): string {
  const instances = lists.map((list) => {
    if (isLong(list)) return `<instance id="${list.list}" src="jr://file-csv/${list.list}.csv"/>`;
    const items = list.choices.map(({ name, labels, parents }) => {
      const own = Object.entries(parents).map(([parent, code]) => `<${parent}>${escapeXml(code)}</${parent}>`);
      return `<item><name>${escapeXml(name)}</name><label>${escapeXml(labels[lang] ?? name)}</label>${own.join('')}</item>`;
    });
    return `<instance id="${list.list}"><root>${items.join('')}</root></instance>`;
  });
  const questions = lists.map(({ list, level }, i) => {
    const above = lists[i - 1]?.list;
    const filter = above ? `[${above} = /data/${above} ]` : '';
    return `<select1 ref="/data/${list}" appearance="minimal autocomplete"><label>${escapeXml(levelIn(level, lang))}</label><itemset nodeset="instance('${list}')/root/item${filter}"><value ref="name"/><label ref="label"/></itemset></select1>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms">',
    `<h:head><h:title>${escapeXml(title)}</h:title><model odk:xforms-version="1.0.0">`,
    `<instance><data id="${escapeXml(id)}" version="${escapeXml(version)}">${lists.map(({ list }) => `<${list}/>`).join('')}<meta><instanceID/></meta></data></instance>`,
    ...instances,
    ...lists.map(({ list }) => `<bind nodeset="/data/${list}" type="string" required="true()"/>`),
    '<bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>',
    '</model></h:head><h:body>',
    ...questions,
    '</h:body></h:html>',
  ].join('\n');
}
