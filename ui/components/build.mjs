// Bundles source/*/index.js into bundle/, with the icons that graph/ontology.toml names.
import { readFileSync, copyFileSync, writeFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const ontology = readFileSync(new URL('../../graph/ontology.toml', import.meta.url), 'utf8');
const names = [...new Set([...ontology.matchAll(/^icon = "(\w+)"$/gm)].map((m) => m[1]))].sort();

// One path for each icon, drawn in a box of "0 -960 960 960".
const icons = Object.fromEntries(names.map((name) => {
  const svg = readFileSync(require.resolve(`@material-symbols/svg-400/rounded/${name}-fill.svg`), 'utf8');
  return [name, svg.match(/ d="([^"]+)"/)[1]];
}));

const iconModule = {
  name: 'icons',
  setup(builder) {
    builder.onResolve({ filter: /^greenroom:icons$/ }, () => ({ path: 'icons', namespace: 'icons' }));
    builder.onLoad({ filter: /.*/, namespace: 'icons' }, () => ({ contents: `export default ${JSON.stringify(icons)}`, loader: 'js' }));
  },
};

// The licences of what is bundled, word for word, beside the bundle.
function notices(inputs) {
  const used = new Set(inputs.map((file) => file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]).filter(Boolean));
  return [...used, '@material-symbols/svg-400'].sort().map((name) => {
    const folder = new URL(`node_modules/${name}/`, import.meta.url);
    const { version, license } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
    const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
    // The icons' licence is this project's own, so its text stands in LICENSE already.
    const text = license === 'Apache-2.0' || !file ? '' : `\n${readFileSync(new URL(file, folder), 'utf8').trim()}\n`;
    return `${name} ${version}: ${license}\n${text}`;
  }).join(`\n${'-'.repeat(100)}\n`);
}

const inputs = [];
for (const name of ['network', 'editor']) {
  const { metafile } = await build({
    entryPoints: [`source/${name}/index.js`], outfile: `bundle/${name}.js`, bundle: true, format: 'esm', minify: true, target: 'es2020',
    legalComments: 'none', plugins: [iconModule], metafile: true,
  });
  inputs.push(...Object.keys(metafile.inputs));
  copyFileSync(`source/${name}/${name}.css`, `bundle/${name}.css`);
}
writeFileSync('bundle/NOTICES.txt', notices(inputs));
