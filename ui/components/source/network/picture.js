// The picture as a PNG file, without hover fade or marks of the keyboard.
import { release } from './focus.js';

/** Give the reader `greenroom-network.png`: all that is shown, at twice the size, at most 6,000 pixels wide. */
export async function save(cy, ground) {
  release(cy);
  const walked = cy.$('.walked').removeClass('walked');
  const blob = await cy.png({ full: true, scale: 2, bg: ground, maxWidth: 6000, maxHeight: 6000, output: 'blob-promise' });
  walked.addClass('walked');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'greenroom-network.png';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
