package io.encours.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Does several things at the same time, as many as there are processors, and waits for all of them.
public final class SideBySide {

    private SideBySide() {}

    /// Results in the order of the work. All of it is done, or has failed, when this returns; the first failure in the
    /// order of the work is thrown.
    public static <T> List<T> all(List<? extends Callable<T>> work) {
        var threads = Math.clamp(work.size(), 1, Runtime.getRuntime().availableProcessors());
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var results = new ArrayList<T>();
            for (var done : executor.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }
}
