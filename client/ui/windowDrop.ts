/** The whole window takes drops, on every page: a drop beside a field would otherwise replace the page by the file. */
import { readDrop } from './dropped.ts';

export function watchDrops(target: Window, onFiles: (files: File[]) => void): void {
  const root = target.document.documentElement;
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  target.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    root.toggleAttribute('data-dropping', true);
  });
  target.addEventListener('dragleave', (event) => {
    // Leaving the window, and not one element for another.
    if (!event.relatedTarget) root.toggleAttribute('data-dropping', false);
  });
  target.addEventListener('drop', (event) => {
    root.toggleAttribute('data-dropping', false);
    // A place of its own (cod-drop) has taken it already.
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    void readDrop(event).then((files) => files.length > 0 && onFiles(files));
  });
}
