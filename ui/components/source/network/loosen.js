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

/** Stretch the picture to the shape of its window, then part what overlaps; the seed and pinned nodes stay. */
export function loosen(cy, seed) {
  const shape = cy.width() / Math.max(1, cy.height() - 120);
  const stretch = Math.max(1, Math.min(1.7, shape));
  const centre = cy.getElementById(seed || '').nonempty() ? cy.getElementById(seed).position('x') : 0;
  cy.batch(() => cy.nodes().not('.pinned').forEach((n) => { n.position('x', centre + (n.position('x') - centre) * stretch); }));
  const nodes = cy.nodes().toArray();
  const boxes = nodes.map((n) => {
    const { x, y } = n.position();
    const box = n.boundingBox({ includeLabels: true, includeOverlays: false });
    return { x, y, left: x - box.x1, right: box.x2 - x, top: y - box.y1, bottom: box.y2 - y, fixed: n.id() === seed || n.hasClass('pinned') };
  });
  part(boxes);
  cy.batch(() => nodes.forEach((n, i) => n.position({ x: boxes[i].x, y: boxes[i].y })));
}
