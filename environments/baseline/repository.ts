/** Whether a repository's workflows are GitHub's. */
export function isOnGitHub(repository: string): boolean {
  return /^github\.com\/[\w.-]+\/[\w.-]+$/.test(repository);
}
