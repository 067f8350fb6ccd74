package studio.pastiche.ui;

import javafx.application.Application;

/// Opens the studio, and returns when its window is closed.
public final class StudioLauncher implements Runnable {
  @Override
  public void run() {
    Application.launch(StudioApp.class);
  }
}
