// What the pointer is over: it and its neighbours stand out, a tip tells what it is.

/** Fade all but `element` and what touches it; names of links appear. */
export function bring(cy, element) {
  const near = element.isNode() ? element.closedNeighborhood() : element.union(element.connectedNodes());
  cy.batch(() => { cy.elements().not(near).addClass('faded'); near.addClass('near'); });
}

/** As before. */
export function release(cy) {
  cy.batch(() => cy.elements().removeClass('faded near'));
}

function say(element) {
  if (element.isEdge()) return `${element.source().data('name')} – ${element.data('text')} – ${element.target().data('name')}`;
  const links = element.degree();
  const note = element.data('note');
  return `${element.data('name')} · ${element.data('label')} · ${links} ${links === 1 ? 'link' : 'links'} here${note ? ` · ${note}` : ''}`;
}

const PAUSE = 90; // ms before the rest fades, so that a pointer passing over does not make the picture flicker

/** Follow the pointer over `cy`, with the tip written into `tip`. */
export function follow(cy, tip) {
  let timer;
  const hide = () => { clearTimeout(timer); tip.style.display = 'none'; };
  cy.on('mouseover', 'node, edge', (event) => {
    const p = event.renderedPosition;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (event.target.removed()) return;
      release(cy);
      bring(cy, event.target);
      tip.textContent = say(event.target);
      tip.style.display = 'block';
      tip.style.left = `${Math.max(8, Math.min(p.x + 14, cy.width() - tip.offsetWidth - 8))}px`;
      tip.style.top = `${Math.max(8, p.y - tip.offsetHeight - 12)}px`;
    }, PAUSE);
  });
  cy.on('mouseout', 'node, edge', () => { hide(); release(cy); });
  cy.on('viewport drag', hide);
}
