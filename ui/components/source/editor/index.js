// The Cypher editor: a Streamlit component (version 2) round CodeMirror, with completion from the ontology.
import { autocompletion, completeFromList, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { cypher } from '@codemirror/legacy-modes/mode/cypher';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const INSTANCES = new WeakMap();
const WORDS = ['MATCH', 'OPTIONAL MATCH', 'WHERE', 'RETURN', 'WITH', 'UNWIND', 'ORDER BY', 'LIMIT', 'SKIP', 'DISTINCT', 'AND', 'OR', 'NOT', 'IN',
  'CONTAINS', 'STARTS WITH', 'ENDS WITH', 'IS NULL', 'IS NOT NULL', 'AS', 'DESC', 'UNION', 'CASE', 'WHEN', 'THEN', 'ELSE', 'END', 'EXISTS',
  'count', 'collect', 'sum', 'avg', 'min', 'max', 'size', 'coalesce', 'labels', 'type', 'properties', 'toLower', 'shortestPath'];

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--st-link-color)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--st-orange-text-color)' },
  { tag: tags.number, color: 'var(--st-violet-text-color)' },
  { tag: [tags.atom, tags.bool], color: 'var(--st-violet-text-color)' },
  { tag: tags.comment, color: 'var(--st-gray-text-color)', fontStyle: 'italic' },
  { tag: [tags.variableName, tags.definition(tags.variableName)], color: 'var(--st-blue-text-color)' },
]);

const look = EditorView.theme({
  '&': { border: '1px solid var(--st-border-color)', borderRadius: '10px', fontSize: '14px', color: 'var(--st-text-color)', background: 'var(--st-secondary-background-color)', overflow: 'hidden' },
  '&.cm-focused': { outline: '2px solid var(--st-primary-color)' },
  '.cm-content': { fontFamily: 'var(--st-code-font)', fontVariantLigatures: 'none', minHeight: '150px', padding: '10px 0', caretColor: 'var(--st-text-color)' },
  '.cm-scroller': { maxHeight: '420px', lineHeight: '1.55' },
  '.cm-gutters': { background: 'transparent', border: 'none', color: 'var(--st-gray-text-color)', fontFamily: 'var(--st-code-font)' },
  '.cm-activeLine': { background: 'color-mix(in srgb, var(--st-primary-color) 7%, transparent)' },
  '.cm-activeLineGutter': { background: 'transparent' },
  '.cm-cursor': { borderLeftColor: 'var(--st-text-color)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'color-mix(in srgb, var(--st-primary-color) 25%, transparent)' },
  '.cm-tooltip': { background: 'var(--st-background-color)', color: 'var(--st-text-color)', border: '1px solid var(--st-border-color)', borderRadius: '8px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--st-primary-color)', color: '#ffffff' },
});

function open(parent, data, editor) {
  const words = [...WORDS.map((label) => ({ label, type: 'keyword' })), ...data.labels.map((label) => ({ label, type: 'class' })),
    ...data.types.map((label) => ({ label, type: 'type' })), ...data.properties.map((label) => ({ label, type: 'property' }))];
  const say = EditorView.updateListener.of((update) => {
    if (!update.docChanged) return;
    clearTimeout(editor.timer);
    editor.timer = setTimeout(() => editor.api.setStateValue('value', update.state.doc.toString()), 350);
  });
  const run = { key: 'Mod-Enter', run: (view) => { editor.api.setTriggerValue('run', view.state.doc.toString()); return true; } };
  return new EditorView({
    parent, root: parent.getRootNode(),
    state: EditorState.create({
      doc: data.value,
      extensions: [lineNumbers(), history(), drawSelection(), bracketMatching(), highlightActiveLine(), StreamLanguage.define(cypher), syntaxHighlighting(colours),
        autocompletion({ override: [completeFromList(words)] }), keymap.of([run, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping, EditorView.contentAttributes.of({ 'aria-label': 'Cypher query. Control and Enter run it. Escape, then Tab leaves the editor.' }), look, say],
    }),
  });
}

export default function editor(component) {
  const { data, parentElement } = component;
  const parent = parentElement.querySelector('.editor');
  let instance = INSTANCES.get(parent);
  if (!instance) {
    instance = { revision: data.revision };
    instance.view = open(parent, data, instance);
    INSTANCES.set(parent, instance);
  }
  instance.api = component;
  if (instance.revision !== data.revision) { // another query was chosen
    instance.revision = data.revision;
    instance.view.dispatch({ changes: { from: 0, to: instance.view.state.doc.length, insert: data.value } });
    clearTimeout(instance.timer);
  }
}
