// Which names are shown: all where there is room, only the best connected that do not cover each other when much stands close together.

const BEST = 15;
const MANY = 90; // visible nodes from which names are thinned
const CLOSE = 0.62; // zoom below which names are thinned
const TRIED = 90; // best connected nodes of which names are tried: that of a lesser one would mislead
const LETTER = 0.56; // width of a letter in its size, about
const LINE = 12; // letters in width of a name before it is wrapped, in its size

/** The ids of the nodes whose names, written `size` large, leave each other free: the best connected first. */
function apart(nodes, size) {
  const degrees = new Map(nodes.map((n) => [n.id(), n.degree()]));
  const order = nodes.toArray().sort((a, b) => degrees.get(b.id()) - degrees.get(a.id()) || (a.id() < b.id() ? -1 : 1));
  const taken = [];
  const chosen = new Set();
  order.slice(0, TRIED).some((node) => {
    const { x, y } = node.position();
    const long = node.data('caption').length * LETTER;
    const half = (Math.min(long, LINE) * size) / 2;
    const top = y + node.data('size') / 2;
    const box = { left: x - half, right: x + half, top, bottom: top + Math.ceil(long / LINE) * 1.15 * size };
    if (taken.some((b) => box.left < b.right && b.left < box.right && box.top < b.bottom && b.top < box.bottom)) return false;
    taken.push(box);
    chosen.add(node.id());
    return chosen.size === BEST;
  });
  return chosen;
}

/** Mark the nodes whose names rest; the seed always keeps its own. `rest` is the size of names otherwise, in model pixels. */
export function thin(cy, rest = 13) {
  const visible = cy.nodes(':visible');
  const thinned = cy.zoom() < CLOSE && visible.length > MANY;
  // Written at a size that can be read however far out the view is.
  const large = Math.min(60, rest / cy.zoom());
  const best = thinned ? apart(visible, large) : new Set();
  cy.batch(() => cy.nodes().forEach((node) => {
    const rests = thinned && !best.has(node.id()) && !node.hasClass('seed');
    if (node.hasClass('quiet') !== rests) node.toggleClass('quiet', rests);
    if (rests) return;
    const size = thinned ? large : node.hasClass('seed') ? rest * 1.2 : rest;
    const kind = `${thinned} ${size.toFixed(2)}`;
    if (node.scratch('_written') === kind) return;
    node.scratch('_written', kind);
    if (thinned) node.style({ 'font-size': size, 'text-max-width': LINE * size, 'min-zoomed-font-size': 0, 'z-index': 30 });
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
