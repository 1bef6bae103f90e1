<?php
// Runs wikidiff2 in process: wikidiff2.php blocks|time LIST SECONDS. LIST has lines of OLD<TAB>NEW. Prints JSON: what
// the inline JSON diff says of each pair, or the processor time of the table diff of all pairs together, median.
ini_set('memory_limit', '-1');
[, $task, $list, $seconds] = $argv;
$pairs = array_map(
    fn($line) => array_map('file_get_contents', explode("\t", $line)),
    file($list, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES)
);
if ($task === 'blocks') {
    $found = array_map(fn($pair) => json_decode(wikidiff2_inline_json_diff($pair[0], $pair[1], 1 << 30), true), $pairs);
    echo json_encode($found), "\n";
    exit;
}
function milliseconds(array $pairs): float
{
    $clock = function () {
        $usage = getrusage();
        return 1000 * ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'])
            + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1000;
    };
    $start = $clock();
    foreach ($pairs as [$old, $new]) {
        wikidiff2_do_diff($old, $new, 2);
    }
    return $clock() - $start;
}
$taken = [milliseconds($pairs)];
if ($taken[0] < 500 * $seconds) {
    $count = max(2, min(25, (int)(1000 * $seconds / max($taken[0], 0.01))));
    $taken = [];
    for ($i = 0; $i < $count; $i++) {
        $taken[] = milliseconds($pairs);
    }
}
sort($taken);
echo json_encode(['milliseconds' => $taken[intdiv(count($taken), 2)], 'repetitions' => count($taken)]), "\n";
