/** Documentos: revisões a fazer, o que falta e o que um ficheiro revela além do seu texto. */
export default {
  'clause.document.review-due': '{group}: «{title}» deve ser revisto até {day, day}.',
  'clause.document.review-overdue': '{group}: «{title}» devia ter sido revisto até {day, day}.',
  'clause.document.no-tor': '{group} não tem termos de referência em vigor.',
  'clause.document.tor-without-review': '{group}: não foi fixada data de revisão para «{title}».',
  'clause.document.review-in': '{n, plural, =0 {revisão prevista para hoje} one {revisão daqui a um dia} other {revisão daqui a # dias}}',
  'clause.document.review-over': '{n, plural, one {revisão atrasada um dia} other {revisão atrasada # dias}}',
  'clause.document.review-later': 'revisão até {day, day}',
  'clause.document.told.author':
    '{n, plural, one {O ficheiro nomeia uma pessoa que o redigiu ou alterou.} other {O ficheiro nomeia # pessoas que o redigiram ou alteraram.}}',
  'clause.document.told.comments':
    '{n, plural, one {O ficheiro tem um comentário, que quem o abrir pode ler.} other {O ficheiro tem # comentários, que quem o abrir pode ler.}}',
  'clause.document.told.tracked-changes':
    '{n, plural, one {O ficheiro tem uma alteração registada, com o nome do autor.} other {O ficheiro tem # alterações registadas, com os nomes dos autores.}}',
  'clause.document.told.hidden-text':
    '{n, plural, one {Um trecho é texto oculto, que quem abrir o ficheiro pode mostrar.} other {# trechos são texto oculto, que quem abrir o ficheiro pode mostrar.}}',
  'clause.document.told.emails':
    '{n, plural, one {Há no ficheiro um endereço de correio de uma pessoa.} other {Há no ficheiro # endereços de correio de pessoas.}}',
  'clause.document.told.images':
    '{n, plural, one {Uma imagem não pode ser mostrada num navegador; está no ficheiro.} other {# imagens não podem ser mostradas num navegador; estão no ficheiro.}}',
  'clause.document.told.remote-images': '{n, plural, one {Uma imagem de outro sítio não é carregada.} other {# imagens de outros sítios não são carregadas.}}',
  'clause.document.told.links-left-out':
    '{n, plural, one {Uma ligação não leva a um sítio nem a um endereço de correio, por isso foi retirada.} other {# ligações não levam a um sítio nem a um endereço de correio, por isso foram retiradas.}}',
  'clause.document.told.html-left-out': '{n, plural, one {Uma etiqueta HTML é mostrada como texto.} other {# etiquetas HTML são mostradas como texto.}}',
  'clause.document.told.embedded-files':
    '{n, plural, one {Há outro ficheiro incorporado, com tudo o que contém.} other {Há # ficheiros incorporados, com tudo o que contêm.}}',
  'clause.document.told.long': 'O documento é demasiado longo para ser mostrado aqui. Abra o ficheiro.',
};
