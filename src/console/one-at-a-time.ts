/** Runs `work` when called, one run at a time; calls during a run make one more run after it, not many. */
export function oneAtATime(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let running = false
  let again = false
  const run = async (): Promise<void> => {
    running = true
    try {
      do {
        again = false
        await work()
      } while (again)
    } catch (error) {
      failed(error)
    } finally {
      running = false
    }
  }
  return () => {
    if (running) again = true
    else void run()
  }
}
