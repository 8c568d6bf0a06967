/** The feed of what a page shows, for readers of feeds that look for it in the document. */
export function setFeedLink(document: Document, href: string, title: string): void {
  let link = document.head.querySelector<HTMLLinkElement>('link[type="application/atom+xml"]');
  if (!link) {
    link = document.createElement('link');
    link.rel = 'alternate';
    link.type = 'application/atom+xml';
    document.head.append(link);
  }
  link.href = href;
  link.title = title;
}
