// The picture by keyboard: arrows walk to the nearest node in that direction.

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The nearest of `nodes` that lies in direction `way` from `from`; undefined if none does. */
export function nearest(from, nodes, way) {
  const here = from.position();
  let best;
  let least = Infinity;
  nodes.forEach((node) => {
    if (node.same(from)) return;
    const dx = node.position('x') - here.x;
    const dy = node.position('y') - here.y;
    const along = dx * way[0] + dy * way[1];
    const across = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
    if (along <= 0 || across > along * 2) return;
    const cost = along + 2 * across;
    if (cost < least) { least = cost; best = node; }
  });
  return best;
}

/** Listen on `stage`; `acts` has pick(node), expand(node), hide(node), fit(), clear(), pin(node). */
export function listen(cy, stage, live, acts) {
  let at;
  const go = (node) => {
    cy.$('.walked').removeClass('walked');
    at = node.addClass('walked');
    live.textContent = `${node.data('name')}, ${node.data('label')}, ${node.degree()} links`;
    const box = cy.extent();
    const p = node.position();
    if (p.x < box.x1 || p.x > box.x2 || p.y < box.y1 || p.y > box.y2) cy.center(node);
  };
  stage.addEventListener('keydown', (event) => {
    const visible = cy.nodes(':visible');
    if (!visible.length) return;
    if (at && (at.removed() || !at.visible())) at = undefined;
    const on = at || cy.nodes('.picked').filter(':visible');
    const { key } = event;
    if (WAYS[key]) {
      const next = at ? nearest(at, visible, WAYS[key]) : visible.max((n) => n.degree()).ele;
      if (next) go(next);
    } else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (key === 'Enter' && at) acts.pick(at);
    else if (key === 'e' && on.length === 1) acts.expand(on);
    else if (key === 'h' && on.nonempty()) acts.hide(on);
    else if (key === 'p' && on.nonempty()) acts.pin(on);
    else if (key === 'f') acts.fit();
    else if (key === 'Escape') { acts.clear(); cy.$('.walked').removeClass('walked'); at = undefined; } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  stage.addEventListener('blur', () => cy.$('.walked').removeClass('walked'));
}

/** Ctrl+Z and Ctrl+Shift+Z wherever the focus is in the picture, on its buttons too; `acts` has undo() and redo(). */
export function wayBack(root, acts) {
  root.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    if (event.shiftKey) acts.redo(); else acts.undo();
    event.preventDefault();
    event.stopPropagation();
  });
}
