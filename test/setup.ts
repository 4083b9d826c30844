/** Property tests draw the same cases at every run of the gate; FAST_CHECK_SEED=N draws others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20230524) });
