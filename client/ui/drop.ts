/** `<cod-drop>`: a place to drop files, or to choose them with the keyboard. Event `files` gives the list, folders walked. */
import { LitElement, css, html } from 'lit';
import { readDrop } from './dropped.ts';
import { icon } from './icon.ts';

export class CodDrop extends LitElement {
  static override properties = { label: {}, hint: {}, single: { type: Boolean, reflect: true }, over: { type: Boolean, reflect: true } };
  declare label: string;
  declare hint: string;
  /** For one file, as one field among others. */
  declare single: boolean;
  declare over: boolean;

  constructor() {
    super();
    this.label = this.hint = '';
    this.over = this.single = false;
  }

  static override styles = css`
    label {
      display: grid;
      justify-items: center;
      gap: 0.5rem;
      padding: 2.5rem 1rem;
      border: 2px dashed var(--control);
      border-radius: var(--radius);
      background: var(--surface);
      text-align: center;
      cursor: pointer;
    }
    :host([over]) label,
    label:hover {
      border-color: var(--accent);
      background: var(--accent-soft);
    }
    label:focus-within {
      outline: 3px solid var(--focus);
      outline-offset: 2px;
    }
    b {
      font-size: var(--text-l);
    }
    span {
      color: var(--ink-2);
    }
    :host([single]) label {
      gap: 0.25rem;
      padding: 1rem;
    }
    :host([single]) b {
      font-size: var(--text-m);
    }
    :host([single]) span {
      font-size: var(--text-s);
    }
    input {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      opacity: 0;
    }
  `;

  private send(files: File[]): void {
    if (files.length) this.dispatchEvent(new CustomEvent<File[]>('files', { detail: files }));
  }

  private readonly drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    this.over = false;
    this.send(await readDrop(event));
  };

  private readonly drag = (event: DragEvent): void => {
    event.preventDefault();
    this.over = event.type === 'dragover';
  };

  override render() {
    return html`<label @dragover=${this.drag} @dragleave=${this.drag} @drop=${this.drop}>
      ${icon('file', this.single ? 20 : 32)}<b>${this.label}</b><span>${this.hint}</span>
      <input
        type="file"
        ?multiple=${!this.single}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          this.send([...(input.files ?? [])]);
          // The same file may be chosen again after a mistake.
          input.value = '';
        }}
      />
    </label>`;
  }
}

customElements.define('cod-drop', CodDrop);
