import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce, cacheFolder } from '#stack/cache.ts';
import type { Progress } from '#stack/progress.ts';
import { runCommand } from '#stack/run-command.ts';
import { TEMPORAL_VERSION } from '#stack/temporal/binary.ts';

const READS_CLOCK = '\tsec, nsec, mono := runtimeNow()\n';
const OFFSET = `package time

import "syscall"

var clockOffsetSeconds = readClockOffset()

func readClockOffset() int64 {
	text, ok := syscall.Getenv("SANTUN_CLOCK_OFFSET_SECONDS")
	if !ok {
		return 0
	}
	seconds, negative, err := int64(0), false, false
	for index := 0; index < len(text); index++ {
		if index == 0 && text[0] == '-' {
			negative = true
			continue
		}
		if text[index] < '0' || text[index] > '9' {
			err = true
		}
		seconds = seconds*10 + int64(text[index]-'0')
	}
	if err {
		panic("SANTUN_CLOCK_OFFSET_SECONDS is not a whole number of seconds: " + text)
	}
	if negative {
		return -seconds
	}
	return seconds
}
`;

/**
 * The server of stack/temporal, built so that time.Now() is SANTUN_CLOCK_OFFSET_SECONDS ahead of the machine; timers are monotonic and stay as
 * they are. Go never asks libc for the time: without this, workflows would live today while everybody around them lives on the other day.
 * Undefined where there is no Go.
 */
export async function temporalWithClock(rootDir: string, progress: Progress): Promise<string | undefined> {
  const goRoot = spawnSync('go', ['env', 'GOROOT'], { encoding: 'utf8', cwd: join(rootDir, 'stack', 'temporal') }).stdout?.trim();
  if (goRoot === undefined || goRoot === '') return undefined;
  const target = cacheFolder('temporal', `${TEMPORAL_VERSION}-other-clock`);
  return buildOnce(target, progress, (into) => build(rootDir, goRoot, into, `${target}.log`, progress));
}

async function build(rootDir: string, goRoot: string, into: string, logFile: string, progress: Progress): Promise<void> {
  progress.step(`building server ${TEMPORAL_VERSION} with a clock that can be moved (5 minutes on two quiet cores, once)`);
  mkdirSync(into, { recursive: true });
  await runCommand({
    purpose: 'Building the Temporal server',
    command: 'go',
    args: [
      ...['build', '-v', '-overlay', overlay(join(goRoot, 'src', 'time')), '-trimpath', '-buildvcs=false', '-ldflags', '-s -w'],
      ...['-o', `${into}/`, 'github.com/temporalio/cli/cmd/temporal'],
    ],
    cwd: join(rootDir, 'stack', 'temporal'),
    env: { CGO_ENABLED: '0', GOWORK: 'off' },
    logFile,
    onLine: (line) => progress.detail(line),
  });
}

/** The standard library as it is, but for one line of time.Now and one file beside it; nothing on disk is changed. */
function overlay(timeFolder: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'santun-clock-'));
  const original = join(timeFolder, 'time.go');
  const parts = readFileSync(original, 'utf8').split(READS_CLOCK);
  if (parts.length !== 2)
    throw new Error(`${original} reads the clock otherwise than expected: test/dates/temporal-clock.ts knows Go 1.26.`);
  writeFileSync(join(folder, 'time.go'), parts.join(`${READS_CLOCK}\tsec += clockOffsetSeconds\n`));
  writeFileSync(join(folder, 'clock_offset.go'), OFFSET);
  const Replace = { [original]: join(folder, 'time.go'), [join(timeFolder, 'clock_offset.go')]: join(folder, 'clock_offset.go') };
  writeFileSync(join(folder, 'overlay.json'), JSON.stringify({ Replace }));
  return join(folder, 'overlay.json');
}
