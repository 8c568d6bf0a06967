/** `<cod-drop>`: a place to drop files, or to choose them with the keyboard. Event `files` gives the list, folders walked. */
import { LitElement, css, html } from 'lit';
import { icon } from './icon.ts';

/** Deep folders are a mistake or an attack; a data set is flat. */
const MAX_FILES = 1000;

export class CodDrop extends LitElement {
  static override properties = { label: {}, hint: {}, over: { type: Boolean, reflect: true } };
  declare label: string;
  declare hint: string;
  declare over: boolean;

  constructor() {
    super();
    this.label = this.hint = '';
    this.over = false;
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
      ${icon('file', 32)}<b>${this.label}</b><span>${this.hint}</span>
      <input
        type="file"
        multiple
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

/** The dropped files, folders walked. To be called before the first await of a handler: the list is readable only then. */
export async function readDrop({ dataTransfer }: DragEvent): Promise<File[]> {
  const items = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry());
  // Some programs drag files that are no entries of a file system.
  const bare = items.flatMap((item, i) => (entries[i] ? [] : (item.getAsFile() ?? [])));
  return [...bare, ...(await walk(entries.filter((entry) => entry !== null)))];
}

async function walk(entries: FileSystemEntry[]): Promise<File[]> {
  const files: File[] = [];
  const queue = [...entries];
  while (queue.length && files.length < MAX_FILES) {
    const entry = queue.shift()!;
    if (entry.isFile) files.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)));
    else {
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      // A reader gives at most a hundred entries at a time, then an empty list.
      for (let batch; (batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))).length;) queue.push(...batch);
    }
  }
  return files;
}

customElements.define('cod-drop', CodDrop);
