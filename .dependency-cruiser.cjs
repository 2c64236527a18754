/** The direction of imports. `npm run layers` fails when this tool read no module. */
const layer = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const pure = ['^src/condition/', '^src/document/', '^src/engine/', '^src/protocol/'];
const production = { pathNot: '(\\.(test|bench)\\.tsx?$|^src/testing/)' };

module.exports = {
  forbidden: [
    layer('no-cycles', 'A cycle is two rooms with one wall missing.', {}, { circular: true }),
    layer('condition-first', 'Conditions know nothing of procedures.', { path: '^src/condition/', ...production }, { path: '^src/(?!condition/)' }),
    layer('document-second', 'A document knows conditions only.', { path: '^src/document/', ...production }, { path: '^src/(?!(condition|document)/)' }),
    layer('engine-third', 'The engine knows documents and conditions.', { path: '^src/engine/', ...production }, { path: '^src/(?!(condition|document|engine)/)' }),
    layer('protocol-fourth', 'The protocol knows the three below it.', { path: '^src/protocol/', ...production }, { path: '^src/(?!(condition|document|engine|protocol)/)' }),
    layer('studio-alone', 'Studio, server and CLI never meet.', { path: '^src/studio/', ...production }, { path: '^src/(server|cli)/' }),
    layer('cli-alone', 'Studio, server and CLI never meet.', { path: '^src/cli/', ...production }, { path: '^src/(server|studio)/' }),
    layer('server-alone', 'Studio, server and CLI never meet.', { path: '^src/server/', ...production }, { path: '^src/(studio|cli)/' }),
    layer('pure-of-platform', 'Browser, server, CLI and workers share these folders.', { path: pure, ...production }, { dependencyTypes: ['core'] }),
    layer('pure-of-react', 'Browser, server, CLI and workers share these folders.', { path: pure, ...production }, { path: 'node_modules/(react|react-dom|@xyflow|zustand|monaco-editor|yjs)/' }),
    layer('ui-lowest', 'Plain components know no procedure session.', { path: '^src/studio/ui/', ...production }, { path: '^src/studio/(?!ui/)' }),
    layer('api-lowest', 'Data access knows no screen.', { path: '^src/studio/api/', ...production }, { path: '^src/studio/(?!api/)' }),
    layer('session-below-features', 'The session knows no feature.', { path: '^src/studio/session/', ...production }, { path: '^src/studio/(?!(session|api|ui)/)' }),
    layer('features-apart', 'A feature never imports another feature.', { path: '^src/studio/(canvas|code|inspector|simulator|library|problems|outline|reading|find|palette)/', ...production }, { path: '^src/studio/(canvas|code|inspector|simulator|library|problems|outline|reading|find|palette|app)/', pathNot: '^src/studio/$1/' }),
    layer('testing-for-tests', 'Only tests import the testing folder.', { path: '^src/(?!testing/)', pathNot: '\\.(test|bench)\\.tsx?$' }, { path: '^src/testing/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.jsx', '.json'] },
  },
};
