package studio.pastiche.cli;

import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import studio.pastiche.rule.MayStartThreads;

/// Hears of SIGINT, SIGTERM and the closing of a terminal by way of the JVM's shutdown, which it
/// holds up until the picture is saved.
@MayStartThreads("a shutdown hook is a thread by its contract")
public final class ShutdownInterrupts implements Interrupts {
  @Override
  public Watch watch(Runnable stop) {
    CountDownLatch saved = new CountDownLatch(1);
    Thread hook = new Thread(() -> stopAndWait(stop, saved), "save-on-interrupt");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is going down already: nothing has been painted yet
      stop.run();
      return () -> {};
    }
    return () -> {
      saved.countDown();
      remove(hook);
    };
  }

  private static void stopAndWait(Runnable stop, CountDownLatch saved) {
    stop.run();
    try {
      saved.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LoggerFactory.getLogger(ShutdownInterrupts.class).info("Interrupted, and saved");
    }
  }
}
