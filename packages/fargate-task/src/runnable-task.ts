/** What a schedule or a pipeline needs to know of a task, to run it. */
export interface RunnableTask {
  readonly family: string;
  /** With its revision. */
  readonly taskDefinitionArn: string;
  readonly taskDefinitionArnWithoutRevision: string;
  readonly containerName: string;
  readonly executionRoleArn: string;
  readonly taskRoleArn: string;
}
