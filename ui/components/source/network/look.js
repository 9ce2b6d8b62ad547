// How nodes and edges look: colours and shapes come with the data, text and ground from the page's theme.
import icons from 'greenroom:icons';

/** The theme's colours and font, read from the custom properties that Streamlit sets on the host. */
export function theme(host) {
  const css = getComputedStyle(host);
  const of = (name, otherwise) => css.getPropertyValue(name).trim() || otherwise;
  const ground = of('--st-background-color', '#ffffff');
  return {
    ground,
    text: of('--st-text-color', '#1c2321'),
    accent: of('--st-primary-color', '#0b6e4f'),
    font: of('--st-font', 'sans-serif').replaceAll('"', '').replaceAll("'", ''), // cytoscape takes names without quotes only
    dark: luminance(ground) < 0.4,
  };
}

function luminance(colour) {
  const canvas = document.createElement('canvas').getContext('2d');
  canvas.fillStyle = colour;
  const hex = canvas.fillStyle;
  if (!hex.startsWith('#')) return 1;
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The path of an icon, drawn in a box of "0 -960 960 960"; undefined where there is none. */
export const iconPath = (name) => icons[name];

function glyph(name, colour) {
  const path = icons[name];
  if (!path) return 'none';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 -960 960 960"><path fill="${colour}" d="${path}"/></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

/** The colour of a label on the present ground. */
export const paint = (kind, dark) => (dark ? kind.dark : kind.light);

/** The stylesheet for cytoscape; `kinds` gives light, dark, ink, shape and icon for each label. */
export function stylesheet(kinds, t, crowded) {
  const line = t.dark ? '#7d8a86' : '#9aa6a1';
  const sheet = [
    { selector: 'node', style: {
      width: 'data(size)', height: 'data(size)', 'border-width': 2, 'border-color': t.ground, label: 'data(caption)', color: t.text,
      'font-family': t.font, 'font-size': 13, 'font-weight': 500, 'text-valign': 'bottom', 'text-margin-y': 4, 'text-wrap': 'wrap',
      'line-height': 1.15, 'text-max-width': 122, 'text-outline-color': t.ground, 'text-outline-width': 2.5, 'min-zoomed-font-size': 7,
      'background-width': '58%', 'background-height': '58%', 'background-image-containment': 'inside', 'z-index': 5 } },
    { selector: 'edge', style: {
      width: 'data(width)', 'line-color': line, 'line-opacity': crowded ? 0.5 : 0.75, 'curve-style': crowded ? 'haystack' : 'bezier',
      'target-arrow-shape': crowded ? 'none' : 'triangle', 'target-arrow-color': line, 'arrow-scale': 0.8, 'control-point-step-size': 34 } },
    { selector: 'edge[?claim]', style: { 'line-style': 'dashed', 'line-dash-pattern': [6, 4] } },
    { selector: 'node[?tentative]', style: { 'border-style': 'dashed', 'border-color': t.text, 'background-opacity': 0.55 } },
    { selector: 'edge.named', style: {
      label: 'data(text)', 'font-family': t.font, 'font-size': 9.5, color: t.text, 'text-opacity': 0.85, 'text-rotation': 'autorotate',
      'text-outline-color': t.ground, 'text-outline-width': 2.5, 'min-zoomed-font-size': 8 } },
    { selector: 'node.seed', style: { 'font-size': 15, 'font-weight': 700, 'text-max-width': 200, 'min-zoomed-font-size': 0, 'z-index': 20 } },
    // No name at all, rather than one that cannot be seen: names are measured.
    { selector: 'node.quiet', style: { label: '' } },
    { selector: 'node.pinned', style: { 'border-width': 3, 'border-color': t.text, 'border-style': 'double' } },
    { selector: '.faded', style: { opacity: 0.13 } },
    { selector: 'node.near', style: { 'z-index': 99, label: 'data(caption)', 'min-zoomed-font-size': 0 } },
    { selector: 'edge.near', style: {
      label: 'data(text)', 'font-family': t.font, 'font-size': 10, color: t.text, 'text-rotation': 'autorotate', 'text-outline-color': t.ground,
      'text-outline-width': 2.5, 'line-opacity': 1, 'line-color': t.text, 'target-arrow-color': t.text, 'z-index': 50, 'min-zoomed-font-size': 0 } },
    { selector: 'node.picked', style: { 'border-width': 4, 'border-color': t.accent, 'border-style': 'solid', label: 'data(caption)', 'min-zoomed-font-size': 0, 'font-weight': 700, 'z-index': 60 } },
    { selector: 'edge.picked', style: { 'line-color': t.accent, 'target-arrow-color': t.accent, 'line-opacity': 1, width: 4, 'z-index': 60 } },
    { selector: 'node.walked', style: { 'overlay-color': t.accent, 'overlay-opacity': 0.25, 'overlay-padding': 7, label: 'data(caption)', 'min-zoomed-font-size': 0, 'z-index': 70 } },
    { selector: '.off, .hidden', style: { display: 'none' } },
  ];
  Object.keys(kinds).sort().forEach((label) => {
    const kind = kinds[label];
    const colour = paint(kind, t.dark);
    const ink = t.dark ? kind.darkInk : kind.lightInk;
    sheet.push({ selector: `node[label="${label}"]`, style: { shape: kind.shape, 'background-color': colour, 'background-image': glyph(kind.icon, ink) } });
  });
  return sheet;
}

/** A small picture of a label for the legend: its icon on its colour. */
export function swatch(kind, t) {
  const box = document.createElement('span');
  box.className = 'swatch';
  box.style.backgroundColor = paint(kind, t.dark);
  const image = glyph(kind.icon, t.dark ? kind.darkInk : kind.lightInk);
  if (image !== 'none') box.style.backgroundImage = `url("${image}")`;
  return box;
}
