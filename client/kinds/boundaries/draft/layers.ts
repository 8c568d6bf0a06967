/** Layers of boundaries as they were read, each with what a person may say of it: level, coordinate system, text encoding. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BoundaryLayer, BoundaryLayerAnswer, Drawing } from '../../../../server/contract/boundaries/columns.ts';
import { createChooser, tableText, type ColumnWords } from '../../../kit/columns/editor.ts';
import { LEVELS } from './columns.ts';

/** What was said and not yet sent, by `keyOf`. */
export type LayerEdits = ReadonlyMap<string, BoundaryLayerAnswer>;

const ENCODINGS = [
  'windows-1252',
  'windows-1256',
  'windows-1251',
  'windows-1250',
  'windows-1254',
  'windows-1258',
  'iso-8859-1',
  'iso-8859-6',
  'big5',
  'gb18030',
  'shift_jis',
  'euc-kr',
  'utf-8',
];
const [UNUSED, SEVERAL] = ['unused', 'several'];
/** The shortest that the server takes for a coordinate system. */
const CRS_LENGTH = 4;

/** Nobody knows which level it is, and nobody has said that it is none. */
export const isInDoubt = ({ levels, said }: Pick<BoundaryLayer, 'levels' | 'said'>): boolean => levels.length === 0 && !said.includes('level');

export const keyOf = ({ file, layer }: Pick<BoundaryLayer, 'file' | 'layer'>): string => JSON.stringify([file, layer]);

/** The edits with one more; one that says what was read already is none. */
export function withLayerEdit(said: LayerEdits, layer: BoundaryLayer, edit: Partial<BoundaryLayerAnswer>): LayerEdits {
  const key = keyOf(layer);
  const next: BoundaryLayerAnswer = { file: layer.file, layer: layer.layer, ...said.get(key), ...edit };
  if (next.level !== undefined && next.level === layer.level && layer.levels.length < 2) delete next.level;
  if (next.crs !== undefined && (next.crs ?? '') === (layer.crs ?? '')) delete next.crs;
  if (next.encoding === layer.encoding) delete next.encoding;
  if (next.drawing === layer.drawing) delete next.drawing;
  const all = new Map(said);
  if (next.level === undefined && next.crs === undefined && next.encoding === undefined && next.drawing === undefined) all.delete(key);
  else all.set(key, next);
  return all;
}

export function renderLayer(
  t: ColumnWords,
  layer: BoundaryLayer,
  edit: BoundaryLayerAnswer | undefined,
  busy: boolean,
  say: (edit: Partial<BoundaryLayerAnswer>) => void,
): TemplateResult {
  const pick = createChooser(tableText(layer.file, layer.layer), busy);
  const level =
    edit?.level === undefined
      ? layer.levels.length > 1
        ? SEVERAL!
        : layer.level === null
          ? UNUSED!
          : String(layer.level)
      : edit.level === null
        ? UNUSED!
        : String(edit.level);
  const encoding = edit?.encoding ?? layer.encoding;
  // Bytes that are UTF-8 are proof of it; nothing can be said against them.
  const isProved = layer.encoding.toLowerCase() === 'utf-8';
  return html`<div class="columns-one columns-layer" ?data-said=${edit !== undefined}>
    <div class="columns-what">
      <p class="small">${edit ? t('columns.said') : layer.text ? html`${t('columns.layer.level')}: ${layer.text}` : nothing}</p>
      <p class="small muted">
        ${t('columns.rows', { count: layer.rows })}${isProved ? html` · ${t('columns.encoding')}: <bdi>${layer.encoding}</bdi>` : nothing}
      </p>
    </div>
    <div class="columns-choices">
      ${pick(
        t('columns.layer.level'),
        level,
        [
          ...(layer.levels.length > 1 ? [[SEVERAL, t('columns.layer.several')] as [string, string]] : []),
          ...LEVELS.map((each): [string, string] => [String(each), `adm${each}`]),
          [UNUSED!, t('columns.role.ignore')],
        ],
        (chosen) => say({ level: chosen === SEVERAL ? undefined : chosen === UNUSED ? null : (Number(chosen) as 1) }),
      )}
      ${
        layer.drawing
          ? pick(
              t('columns.layer.drawing'),
              edit?.drawing ?? layer.drawing,
              [
                ['joined', t('columns.drawing.joined')],
                ['uploaded', t('columns.drawing.uploaded')],
              ],
              (drawing) => say({ drawing: drawing as Drawing }),
            )
          : nothing
      }
      <label class="columns-choice"
        ><span class="small muted">${t('columns.crs')}</span>
        <input
          class="input"
          dir="ltr"
          autocomplete="off"
          placeholder="EPSG:32637"
          aria-label=${`${tableText(layer.file, layer.layer)}: ${t('columns.crs')}`}
          .value=${edit?.crs ?? layer.crs ?? ''}
          ?disabled=${busy}
          @change=${(event: Event) => {
            const text = (event.target as HTMLInputElement).value.trim();
            say({ crs: text.length < CRS_LENGTH ? (layer.crs ?? undefined) : text });
          }}
      /></label>
      ${
        isProved
          ? nothing
          : pick(
              t('columns.encoding'),
              encoding,
              [...new Set([encoding, layer.encoding, ...ENCODINGS])].map((name) => [name, name]),
              (chosen) => say({ encoding: chosen }),
            )
      }
    </div>
  </div>`;
}
