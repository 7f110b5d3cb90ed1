import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/**
 * Prints one last line: `N passed, N failed, N skipped`. A file that cannot be loaded, a hook that throws and an
 * error outside any test each count as one failure, so that a red run never reads "0 failed".
 */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    )
    const count = (state: string) => states.filter((each) => each === state).length
    const failed = count('failed') + modules.flatMap(brokenParts).length + errors.length
    console.log(`${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`)
  }
}

function brokenParts(module: TestModule) {
  return [module, ...module.children.allSuites()].filter((part) => part.errors().length > 0)
}
