/** Links of documents: each with `rel`, `href`, `type` and `title`, since clients break on any that lacks one; the same in the body and in the header. Pure. */

export interface Link {
  rel: string;
  href: string;
  type: string;
  title: string;
}

export const JSON_TYPE = 'application/json';
export const GEOJSON_TYPE = 'application/geo+json';
export const HTML_TYPE = 'text/html';
export const SCHEMA_TYPE = 'application/schema+json';
export const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.0';

export const QUERYABLES_REL = 'http://www.opengis.net/def/rel/ogc/1.0/queryables';
export const SCHEMA_REL = 'http://www.opengis.net/def/rel/ogc/1.0/schema';

/** RFC 8288; titles of other scripts than Latin are left to the body. */
export const linkHeader = (links: readonly Link[]): string =>
  links
    .map(({ rel, href, type, title }) => {
      const said = /^[\x20-\x7e]*$/.test(title) ? `; title="${title.replace(/["\\]/g, '')}"` : '';
      return `<${href.replace(/[<>\s]/g, (sign) => encodeURIComponent(sign))}>; rel="${rel}"; type="${type.replaceAll('"', '')}"${said}`;
    })
    .join(', ');

/** A document and the page of it. */
export const selfAndPage = (href: string, title: string, type: string, isPage = false): Link[] => {
  const page = `${href}${href.includes('?') ? '&' : '?'}f=html`;
  return [
    { rel: isPage ? 'alternate' : 'self', href, type, title },
    { rel: 'alternate', href: page, type: HTML_TYPE, title },
  ];
};
