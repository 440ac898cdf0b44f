// Reads what the test runner reported. Anything it does not say clearly counts as a failure.
import { readFileSync } from 'node:fs'

/**
 * Counts the tests in a JSON report. A file that broke before its tests counts as one failure, a skipped test as another,
 * and so does a runner that left no report, ran no test, or ended badly without naming a failed test.
 */
export function countTests(reportFile, exitCode) {
  const report = read(reportFile)
  if (!report || report.numTotalTests === 0) return { passed: 0, failed: 1, skipped: 0 }
  const broken = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed')
  )
  const skipped = report.numPendingTests + report.numTodoTests
  const failed = report.numFailedTests + broken.length + skipped
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
