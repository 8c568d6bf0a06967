/** Findings of the readers: what they assumed, changed or could not take over. */
import type en from '../../en/findings/read.ts';

export default {
  'finding.read.crsAssumed.title': 'Sistema de coordenadas presumido',
  'finding.read.crsAssumed':
    '{layer} não indica o seu sistema de coordenadas (sem ficheiro .prj). Os números parecem graus, por isso presumiu-se WGS 84. Verifique a posição no mapa, e acrescente o ficheiro .prj da próxima vez.',
  'finding.read.curves.title': 'Curvas desenhadas como linhas rectas',
  'finding.read.curves':
    '{file}: {count, plural, one {# unidade tem} other {# unidades têm}} limites curvos. Foram desenhados como linhas rectas, uma por cada {degrees, number} graus de arco, que ficam a menos de 0,06% do raio.',
  'finding.read.encodingMixed.title': 'Duas codificações num ficheiro',
  'finding.read.encodingMixed':
    '{file}: {count, plural, one {# linha está escrita} other {# linhas estão escritas}} em UTF-8, as outras em {encoding}. Cada uma foi lida com a sua; veja os nomes no mapa, e guarde o ficheiro em UTF-8.',
  'finding.read.populationBeside.title': 'População não usada',
  'finding.read.populationBeside':
    '{files} {count, plural, one {parece um ficheiro de população (COD-PS)} other {parecem ficheiros de população (COD-PS)}}. Deste carregamento só se usaram os limites; carregue-{count, plural, one {o} other {os}} à parte.',
  'finding.read.presenceBeside.title': '3W não usado',
  'finding.read.presenceBeside':
    '{files} {count, plural, one {parece um ficheiro 3W (quem faz o quê e onde)} other {parecem ficheiros 3W (quem faz o quê e onde)}}. Deste carregamento só se usaram os limites; carregue-{count, plural, one {o} other {os}} à parte.',
  'finding.read.tableRefused.title': 'Tabela ilegível',
  'finding.read.tableRefused':
    '{count, plural, one {# tabela carregada com os limites não se pode ler e foi omitida} other {# tabelas carregadas com os limites não se podem ler e foram omitidas}}; guarde-{count, plural, one {a} other {as}} de novo se {count, plural, one {for precisa} other {forem precisas}}.',
  'finding.read.reprojected.title': 'Reprojectado para WGS 84',
  'finding.read.reprojected':
    '{layer} estava em {crs} e foi reprojectada para WGS 84. O seu datum ({datum}) está a menos de 2 m de WGS 84. Não é preciso fazer nada.',
  'finding.read.beyond180.title': 'Longitudes além de 180 ajustadas',
  'finding.read.beyond180':
    '{layer} tem longitudes além de ±180 graus. Foram ajustadas a ±180; linhas que cruzam o antimeridiano e foram divididas ali: {parted, number}. Não é preciso fazer nada.',
  'finding.read.datumShifted.title': 'Datum convertido pela GDAL',
  'finding.read.datumShifted':
    '{layer} estava em {crs}, um datum a até 230 m de WGS 84; a GDAL converteu-a, com um erro de poucos metros. Compare-a com um lugar conhecido no mapa antes de publicar.',
  'finding.read.notOnEarth.title': 'Coordenadas impossíveis',
  'finding.read.notOnEarth':
    '{count, plural, one {# linha de {layer} tem} other {# linhas de {layer} têm}} coordenadas que não existem na Terra. A geometria foi omitida; os atributos mantêm-se. Corrija-as na fonte: a causa habitual é uma vírgula decimal perdida ou um ficheiro danificado.',
  'finding.read.notFinite.title': 'Coordenadas que não são números',
  'finding.read.notFinite':
    '{count, plural, one {# linha de {layer} tem} other {# linhas de {layer} têm}} coordenadas que não são números (NaN ou infinito). A geometria foi omitida; os atributos mantêm-se. Desenhe-as de novo na fonte.',
  'finding.read.ringClosed.title': 'Anéis não fechados',
  'finding.read.ringClosed':
    '{count, plural, one {# anel de {layer} não acaba onde começa; a primeira posição foi repetida no fim} other {# anéis de {layer} não acabam onde começam; a primeira posição foi repetida no fim de cada um}}. Verifique que nada falta ali.',
  'finding.read.orphanHole.title': 'Buraco fora da sua parte',
  'finding.read.orphanHole':
    '{count, plural, one {# linha de {file} tem} other {# linhas de {file} têm}} um anel orientado como um buraco mas que não está em nenhuma parte da linha; foi lido como uma parte própria. Verifique estas unidades no mapa.',
  'finding.read.shxMissing.title': 'Falta o .shx',
  'finding.read.shxMissing':
    '{file} foi carregado sem o seu índice .shx. As geometrias foram lidas pela ordem do ficheiro. Outros programas podem recusá-lo: inclua o .shx da próxima vez.',
  'finding.read.cpgDisproved.title': 'O .cpg contradiz os dados',
  'finding.read.cpgDisproved':
    'O ficheiro .cpg de {file} indica “{stated}”, mas os textos são UTF-8 válido e foram lidos assim. Verifique os nomes e corrija o ficheiro .cpg, porque outros programas os mostrarão mal.',
  'finding.read.textCut.title': 'Textos cortados pela largura do campo',
  'finding.read.textCut':
    '{count, plural, one {# linha de {file} tem} other {# linhas de {file} têm}} um texto que enche o campo e acaba a meio de um carácter, por isso o resto perdeu-se. Alargue o campo na fonte, ou exporte como GeoPackage.',
  'finding.read.deletedRows.title': 'Linhas marcadas como eliminadas',
  'finding.read.deletedRows':
    '{count, plural, one {# linha de {file} está marcada como eliminada no .dbf, mas a geometria ainda lá está. Foi mantida} other {# linhas de {file} estão marcadas como eliminadas no .dbf, mas as geometrias ainda lá estão. Foram mantidas}}: compacte o shapefile num SIG se {count, plural, one {deve} other {devem}} sair.',
  'finding.read.columnRenamed.title': 'Coluna renomeada',
  'finding.read.columnRenamed': '{file} tem mais de uma coluna chamada {before}; uma delas passou a chamar-se {after}. Dê a cada coluna o seu nome na fonte.',
  'finding.read.columnLeftOut.title': 'Coluna omitida',
  'finding.read.columnLeftOut':
    'A coluna {column} de {file} tem conteúdo binário ou calculado e foi omitida. Se for importante, guarde-a como texto ou número.',
  'finding.read.fileIgnored.title': 'Ficheiros não lidos',
  'finding.read.fileIgnored':
    '{count, plural, one {# ficheiro do carregamento não foi lido, porque não contém} other {# ficheiros do carregamento não foram lidos, porque não contêm}} limites (metadados, estilos, índices, tabelas). Veja a lista: se houver limites entre eles, exporte-os num formato conhecido.',
} satisfies Record<keyof typeof en, string>;
