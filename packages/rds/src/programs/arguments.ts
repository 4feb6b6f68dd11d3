/** How a program's `case $rights in` ends: what it does not know it does not do. */
export const refusals: readonly string[] = [
  '  *) echo "$rights is no rights; give read, readWrite or owner" >&2; exit 1 ;;',
  "esac",
  'case $access in iam|password) ;; *) echo "$access is no access; give iam or password" >&2; exit 1 ;; esac',
];
