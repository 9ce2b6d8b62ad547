// The legend: one button for each label or relation type with its count; pressing it filters.
import { swatch } from './look.js';

function count(elements, key) {
  const counts = new Map();
  elements.forEach((e) => counts.set(e.data(key), (counts.get(e.data(key)) || 0) + 1));
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function entry(name, number, shown, picture, toggle) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'entry';
  button.setAttribute('aria-pressed', String(shown));
  button.title = shown ? `Hide ${name}` : `Show ${name}`;
  if (picture) button.append(picture);
  const text = document.createElement('span');
  text.textContent = name;
  const figure = document.createElement('b');
  figure.textContent = String(number);
  button.append(text, figure);
  button.onclick = toggle;
  return button;
}

/** Class `off` on what the legend filters out; `state.off` holds the names. */
export function filter(cy, state) {
  cy.batch(() => {
    const set = (element, off) => { if (element.hasClass('off') !== off) element.toggleClass('off', off); };
    cy.nodes().forEach((n) => set(n, state.off.has(n.data('label'))));
    cy.edges().forEach((e) => set(e, state.off.has(e.data('text'))));
  });
  state.changed();
}

/** Draw the legend anew into `box`. */
export function draw(cy, state, box, kinds, look) {
  const list = (elements, key, picture) => count(elements, key).map(([name, number]) => entry(name, number, !state.off.has(name), picture(name), () => {
    if (state.off.has(name)) state.off.delete(name);
    else state.off.add(name);
    filter(cy, state);
    draw(cy, state, box, kinds, look);
    state.tell();
  }));
  const nodes = document.createElement('div');
  nodes.className = 'entries';
  nodes.append(...list(cy.nodes(), 'label', (name) => kinds[name] && swatch(kinds[name], look)));
  const links = document.createElement('details');
  links.open = state.linksOpen;
  links.ontoggle = () => { state.linksOpen = links.open; };
  const summary = document.createElement('summary');
  summary.textContent = `Links ${cy.edges().length}`;
  const kindsOfLink = document.createElement('div');
  kindsOfLink.className = 'entries';
  kindsOfLink.append(...list(cy.edges(), 'text', () => null));
  links.append(summary, kindsOfLink);
  box.replaceChildren(nodes, links);
}
