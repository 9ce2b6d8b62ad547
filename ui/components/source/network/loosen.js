// After the arrangement: use the width there is, and push apart what covers something else, names included.

const ROUNDS = 120;
const ROOM = 6; // model pixels that stay free between two boxes

/** Push boxes {x, y, left, right, top, bottom, fixed} (extents measured from x, y) apart, in place; the same every time. */
export function part(boxes) {
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (let i = 0; i < boxes.length; i += 1) {
      for (let j = i + 1; j < boxes.length; j += 1) {
        const a = boxes[i];
        const b = boxes[j];
        const overX = Math.min(a.x + a.right - (b.x - b.left), b.x + b.right - (a.x - a.left)) + ROOM;
        const overY = Math.min(a.y + a.bottom - (b.y - b.top), b.y + b.bottom - (a.y - a.top)) + ROOM;
        if (overX <= 0 || overY <= 0 || (a.fixed && b.fixed)) continue;
        moved = true;
        const axis = overX < overY ? 'x' : 'y';
        const over = axis === 'x' ? overX : overY;
        const way = (a[axis] - b[axis] || i - j) > 0 ? 1 : -1;
        const shareA = a.fixed ? 0 : b.fixed ? 1 : 0.5;
        a[axis] += way * over * shareA * 0.6;
        b[axis] -= way * over * (1 - shareA) * 0.6;
      }
    }
    if (!moved) return;
  }
}

const LEAST = 11; // screen pixels of a name when the whole picture is in view
const LARGEST = 21; // model pixels

/** Stretch the picture to the shape of its window, then part what overlaps; the seed and pinned nodes stay. */
export function loosen(cy, seed) {
  const wide = Math.max(1, cy.width() - 48);
  const high = Math.max(1, cy.height() - 150);
  const at = cy.nodes().boundingBox({ includeLabels: false });
  const stretch = Math.max(0.75, Math.min(1.8, (wide / high) / (at.w / Math.max(1, at.h))));
  const centre = cy.getElementById(seed || '').nonempty() ? cy.getElementById(seed).position('x') : 0;
  if (cy.nodes().length > 6) cy.batch(() => cy.nodes().not('.pinned').forEach((n) => { n.position('x', centre + (n.position('x') - centre) * stretch); }));
  // Names are written so large that they can be read when all is in view; that takes room, so look twice.
  let size = 13;
  for (let turn = 0; turn < 2; turn += 1) {
    spread(cy, seed);
    const box = cy.elements().boundingBox({ includeLabels: true });
    const zoom = Math.min(wide / box.w, high / box.h, 1.6);
    size = Math.max(13, Math.min(LARGEST, LEAST / zoom));
    cy.nodes().style({ 'font-size': size, 'text-max-width': 9.4 * size });
  }
  spread(cy, seed);
  return size;
}

function spread(cy, seed) {
  const nodes = cy.nodes().toArray();
  const boxes = nodes.map((n) => {
    const { x, y } = n.position();
    const box = n.boundingBox({ includeLabels: true, includeOverlays: false });
    return { x, y, left: x - box.x1, right: box.x2 - x, top: y - box.y1, bottom: box.y2 - y, fixed: n.id() === seed || n.hasClass('pinned') };
  });
  part(boxes);
  cy.batch(() => nodes.forEach((n, i) => n.position({ x: boxes[i].x, y: boxes[i].y })));
}
