/** The style of pages that are one file: the quality report, the proof of a repair. Light, dark and print. */
import { themedRoot } from '../../contract/maps/palette.ts';

export const REPORT_STYLE = `${themedRoot(['surface', 'ink', 'ink2', 'rule', 'accent', 'error', 'warning', 'good'])}
*{box-sizing:border-box}body{margin:0 auto;max-width:70rem;padding:1.5rem;font:1rem/1.5 "Noto Sans","Noto Sans Arabic",system-ui,sans-serif;color:var(--ink);background:var(--surface)}
h1{margin:0;font-size:1.7rem}header p{margin:0 0 .3rem;color:var(--ink-2)}.verdict{font-weight:600}.verdict.yes{color:var(--good)}.verdict.no{color:var(--error)}
.sums{display:flex;flex-wrap:wrap;gap:1.5rem;margin:1rem 0}.sum b{font-size:1.4rem;font-variant-numeric:tabular-nums}.sum.errors b{color:var(--error)}.sum.warnings b{color:var(--warning)}
.levels{display:flex;flex-wrap:wrap;gap:1.2rem;padding:0;list-style:none;color:var(--ink-2)}h2{margin:2rem 0 .5rem;padding-block-end:.3rem;border-block-end:2px solid currentcolor}h2.error{color:var(--error)}h2.warning{color:var(--warning)}h2.info{color:var(--accent)}
article{padding:.8rem 0;border-block-end:1px solid var(--rule);break-inside:avoid}h3{margin:0;font-size:1.05rem}h3 small{display:block;font-weight:400;color:var(--ink-2)}article p{margin:.3rem 0}
.maps{display:flex;flex-wrap:wrap;gap:.8rem;margin:.6rem 0}figure{margin:0;max-width:320px}figcaption{font-size:.85rem;color:var(--ink-2)}svg{max-width:100%;height:auto;border:1px solid var(--rule);border-radius:4px}
.ground{fill:none}.unit{fill:var(--accent);fill-opacity:.07;stroke:var(--ink-2);stroke-width:1}.unit.named{fill-opacity:.2;stroke:var(--accent)}.fault{fill:var(--error);fill-opacity:.55;stroke:var(--error);stroke-width:2}.fault.line{fill:none}.mark{fill:none;stroke:var(--error);stroke-width:2}
table{width:100%;border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}th,td{padding:.3rem .5rem;text-align:start;vertical-align:top;border-block-end:1px solid var(--rule);overflow-wrap:anywhere}summary{cursor:pointer;padding:.4rem 0;color:var(--accent)}td.failed{color:var(--error)}
footer{margin-block-start:2rem;font-size:.85rem;color:var(--ink-2);overflow-wrap:anywhere}@media print{details::details-content{content-visibility:visible;block-size:auto}}`;
