// The picture as SVG, built node by node: names come from the web, so nothing of them is ever parsed as markup.
import { iconPath, paint } from './look.js';

const NS = 'http://www.w3.org/2000/svg';
// Characters that no XML file may hold.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const MARGIN = 20; // model pixels round the picture

function make(name, attributes, parent, text) {
  const element = document.createElementNS(NS, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, String(value)));
  if (text !== undefined) element.textContent = String(text).replace(FORBIDDEN, '');
  parent.append(element);
  return element;
}

const short = (value) => Math.round(value * 10) / 10;

/** The outline of a node as an SVG element: a circle, or the polygon that cytoscape knows its shape by. */
function outline(cy, node, attributes, parent) {
  const { x, y } = node.position();
  const half = node.width() / 2;
  const points = cy.renderer().nodeShapes?.[node.style('shape')]?.points;
  if (!points?.length) return make('circle', { cx: short(x), cy: short(y), r: short(half), ...attributes }, parent);
  const corners = [];
  for (let i = 0; i < points.length; i += 2) corners.push(`${short(x + points[i] * half)},${short(y + points[i + 1] * half)}`);
  return make('polygon', { points: corners.join(' '), 'stroke-linejoin': 'round', ...attributes }, parent);
}

/** The lines in which a name is written: as wide as on the canvas, about. */
function wrapped(text, width, size) {
  const most = Math.max(6, Math.floor(width / (size * 0.52)));
  const lines = [''];
  text.split(' ').forEach((word) => {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  });
  return lines;
}

function drawEdge(edge, t, parent) {
  const from = edge.sourceEndpoint();
  const to = edge.targetEndpoint();
  const control = edge.controlPoints?.()?.[0];
  const colour = edge.style('line-color');
  const bend = control ? `Q${short(control.x)} ${short(control.y)} ` : 'L';
  const group = make('g', {}, parent);
  make('path', {
    d: `M${short(from.x)} ${short(from.y)}${bend}${short(to.x)} ${short(to.y)}`, fill: 'none', stroke: colour, 'stroke-width': edge.data('width'),
    'stroke-opacity': edge.style('line-opacity'), ...(edge.data('claim') ? { 'stroke-dasharray': '6 4' } : {}),
    ...(edge.style('target-arrow-shape') === 'none' ? {} : { 'marker-end': 'url(#arrow)' }),
  }, group);
  make('title', {}, group, `${edge.source().data('name')} – ${edge.data('text')} – ${edge.target().data('name')}`);
  if (edge.hasClass('named')) {
    const { x, y } = edge.midpoint();
    make('text', { x: short(x), y: short(y), 'font-size': 9.5, 'text-anchor': 'middle', fill: t.text, stroke: t.ground, 'stroke-width': 2.5, 'paint-order': 'stroke' }, group, edge.data('text'));
  }
}

function drawNode(cy, node, t, kinds, parent) {
  const kind = kinds[node.data('label')];
  const { x, y } = node.position();
  const size = node.width();
  const group = make('g', {}, parent);
  const dashed = node.data('tentative') ? { stroke: t.text, 'stroke-dasharray': '4 3', 'fill-opacity': 0.55 } : { stroke: t.ground };
  outline(cy, node, { fill: kind ? paint(kind, t.dark) : t.text, 'stroke-width': 2, ...dashed }, group);
  make('title', {}, group, `${node.data('name')} · ${node.data('label')}`);
  const path = kind && iconPath(kind.icon);
  if (path) {
    const scale = (0.58 * size) / 960;
    const at = `translate(${short(x - 0.29 * size)} ${short(y + 0.29 * size)}) scale(${scale.toFixed(5)})`;
    make('path', { d: path, fill: t.dark ? kind.darkInk : kind.lightInk, transform: at }, group);
  }
  if (!node.style('label')) return;
  const letters = parseFloat(node.style('font-size'));
  const name = make('text', {
    'font-size': letters, 'font-weight': node.hasClass('seed') ? 700 : 500, 'text-anchor': 'middle', fill: t.text, stroke: t.ground,
    'stroke-width': 2.5, 'stroke-linejoin': 'round', 'paint-order': 'stroke',
  }, group);
  wrapped(node.data('caption'), parseFloat(node.style('text-max-width')), letters).forEach((line, i) => {
    make('tspan', { x: short(x), y: short(y + size / 2 + 4 + letters * (0.9 + 1.15 * i)) }, name, line);
  });
}

/** All that is shown, as the text of an SVG file. */
export function vector(cy, t, kinds) {
  const shown = cy.elements(':visible');
  const box = shown.boundingBox({ includeLabels: true });
  const root = document.createElementNS(NS, 'svg');
  const [left, top, width, height] = [box.x1 - MARGIN, box.y1 - MARGIN, box.w + 2 * MARGIN, box.h + 2 * MARGIN].map(short);
  root.setAttribute('viewBox', `${left} ${top} ${width} ${height}`);
  root.setAttribute('width', width);
  root.setAttribute('height', height);
  root.setAttribute('font-family', `${t.font}, sans-serif`);
  const arrow = make('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto', markerUnits: 'userSpaceOnUse' }, make('defs', {}, root));
  make('path', { d: 'M0 0L8 4L0 8z', fill: t.dark ? '#7d8a86' : '#9aa6a1' }, arrow);
  make('rect', { x: left, y: top, width, height, fill: t.ground }, root);
  shown.edges().forEach((edge) => drawEdge(edge, t, root));
  shown.nodes().forEach((node) => drawNode(cy, node, t, kinds, root));
  return new XMLSerializer().serializeToString(root);
}
