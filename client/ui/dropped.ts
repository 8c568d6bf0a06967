/** What a drop holds. Apart from cod-drop, because every page carries this and only one carries that. */

/** Deep folders are a mistake or an attack; a data set is flat. */
const MAX_FILES = 1000;

/** Finished maps are looked into and not uploaded. */
export const isArchive = ({ name }: { name: string }): boolean => /\.pmtiles$/i.test(name);

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
