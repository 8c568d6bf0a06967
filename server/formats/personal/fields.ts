/** Fields by which a document of LibreOffice writes a name into its text (OpenDocument 1.3 part 3, 7.3 and 7.5). */
export const NAMED_FIELDS = /^(author-name|author-initials|initial-creator|printed-by|sender-(firstname|lastname|initials|email|phone-private|phone-work))$/;
