// Which names are shown: all where there is room, only the best connected when much stands close together.

const BEST = 15;
const MANY = 90; // visible nodes from which names are thinned
const CLOSE = 0.62; // zoom below which names are thinned

/** Mark the nodes whose names rest; the seed always keeps its own. `rest` is the size of names otherwise, in model pixels. */
export function thin(cy, rest = 13) {
  const visible = cy.nodes(':visible');
  const thinned = cy.zoom() < CLOSE && visible.length > MANY;
  const degrees = thinned ? new Map(visible.map((n) => [n.id(), n.degree()])) : undefined;
  const best = new Set(thinned ? [...degrees].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, BEST).map(([id]) => id) : []);
  // Written at a size that can be read however far out the view is.
  const large = Math.min(60, rest / cy.zoom());
  cy.batch(() => cy.nodes().forEach((node) => {
    const rests = thinned && !best.has(node.id()) && !node.hasClass('seed');
    if (node.hasClass('quiet') !== rests) node.toggleClass('quiet', rests);
    if (rests) return;
    const size = thinned ? large : node.hasClass('seed') ? rest * 1.2 : rest;
    const kind = `${thinned} ${size.toFixed(2)}`;
    if (node.scratch('_written') === kind) return;
    node.scratch('_written', kind);
    if (thinned) node.style({ 'font-size': size, 'text-max-width': 12 * size, 'min-zoomed-font-size': 0, 'z-index': 30 });
    else node.removeStyle('min-zoomed-font-size z-index').style({ 'font-size': size, 'text-max-width': 9.4 * rest });
  }));
}

/** Call `thin` a moment after the view or what is in it changed. */
export function watch(cy, rest) {
  let timer;
  const later = () => { clearTimeout(timer); timer = setTimeout(() => thin(cy, rest()), 80); };
  cy.on('zoom add remove', later);
  return later;
}
