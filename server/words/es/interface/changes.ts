/** What a draft changes against the published version. ICU message syntax. */
export default {
  'changes.tab': 'Cambios',
  'changes.stale': 'Esta lista compara con {version}, que después fue sustituida por {current}. Vuelva a subir los archivos para comparar con {current}.',
  'changes.added': '{count, plural, one {# unidad nueva} other {# unidades nuevas}}',
  'changes.removed': '{count, plural, one {# unidad desaparecida} other {# unidades desaparecidas}}',
  'changes.renamed': '{count, plural, one {# unidad con otro nombre} other {# unidades con otro nombre}}',
  'changes.recoded': '{count, plural, one {# unidad con un P-code nuevo} other {# unidades con un P-code nuevo}}',
  'changes.redrawn': '{count, plural, one {# unidad redibujada} other {# unidades redibujadas}}',
  'changes.sentence': 'En comparación con {version}: {changes}.',
  'changes.sentence.none': 'En comparación con {version}, ninguna unidad es nueva ni ha desaparecido, y ninguna cambia de nombre, P-code o trazado.',
  'step.changes': 'Revisar {count, plural, one {# cambio} other {# cambios}}',
};
