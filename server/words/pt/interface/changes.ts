/** What a draft changes against the published version. ICU message syntax. */
export default {
  'changes.tab': 'Alterações',
  'changes.stale': 'Esta lista compara com {version}, que entretanto foi substituída por {current}. Carregue os ficheiros de novo para comparar com {current}.',
  'changes.added': '{count, plural, one {# unidade nova} other {# unidades novas}}',
  'changes.removed': '{count, plural, one {# unidade desaparecida} other {# unidades desaparecidas}}',
  'changes.renamed': '{count, plural, one {# unidade com outro nome} other {# unidades com outro nome}}',
  'changes.recoded': '{count, plural, one {# unidade com um P-code novo} other {# unidades com um P-code novo}}',
  'changes.redrawn': '{count, plural, one {# unidade redesenhada} other {# unidades redesenhadas}}',
  'changes.sentence': 'Em comparação com {version}: {changes}.',
  'changes.sentence.none': 'Em comparação com {version}, nenhuma unidade é nova nem desapareceu, e nenhuma muda de nome, P-code ou traçado.',
  'step.changes': 'Ver {count, plural, one {# alteração} other {# alterações}}',
};
