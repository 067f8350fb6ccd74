package studio.pastiche.ui;

import java.lang.management.ManagementFactory;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs how long it took from the start of the process until the window could be used. Where the
/// start is the rehearsal that the build makes of it (`build-tools/StartCache.java`), that is all.
final class FirstPulse implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(FirstPulse.class);

  private final Scene scene;

  private FirstPulse(Scene scene) {
    this.scene = scene;
  }

  static void of(Scene scene) {
    scene.addPostLayoutPulseListener(new FirstPulse(scene));
  }

  @Override
  public void run() {
    if (scene.getWindow() != null && scene.getWindow().isShowing()) {
      scene.removePostLayoutPulseListener(this);
      long started = ManagementFactory.getRuntimeMXBean().getStartTime();
      LOG.info("window usable after {} ms", System.currentTimeMillis() - started);
      if (Boolean.getBoolean("pastiche.rehearsal")) {
        Platform.exit();
      }
    }
  }
}
