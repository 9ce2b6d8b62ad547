// The picture as a file, without hover fade or marks of the keyboard.
import { release } from './focus.js';
import { vector } from './vector.js';

function give(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Give the reader `greenroom-network.png`: all that is shown, at twice the size, at most 6,000 pixels wide. */
export async function save(cy, ground) {
  release(cy);
  const walked = cy.$('.walked').removeClass('walked');
  const blob = await cy.png({ full: true, scale: 2, bg: ground, maxWidth: 6000, maxHeight: 6000, output: 'blob-promise' });
  walked.addClass('walked');
  give(blob, 'greenroom-network.png');
}

/** Give the reader `greenroom-network.svg`: all that is shown. */
export function saveVector(cy, look, kinds) {
  release(cy);
  give(new Blob([vector(cy, look, kinds)], { type: 'image/svg+xml' }), 'greenroom-network.svg');
}
