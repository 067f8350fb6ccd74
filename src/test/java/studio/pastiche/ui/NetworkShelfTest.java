package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.networks.Catalogue;
import studio.pastiche.networks.NetworkStore;
import studio.pastiche.networks.Networks;
import studio.pastiche.networks.download.Settings;
import studio.pastiche.ui.networks.NetworkShelf;
import studio.pastiche.ui.task.Background;

@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class NetworkShelfTest {
  @TempDir private Path folder = Path.of("");

  @Start
  void open(Stage stage) {}

  @Test
  void aCheckThatBeganBeforeANetworkWentDoesNotBringItBack() throws Exception {
    Networks networks =
        new Networks(
            Catalogue.builtIn(),
            new NetworkStore(folder),
            HttpClient::newHttpClient,
            Settings.defaults());
    Path file = NetworksDesk.REFERENCE.resolve("torchvision-zip.pth");
    networks.imports().keep(file, "a", null);
    networks.imports().keep(file, "b", null);
    CountDownLatch end = new CountDownLatch(1);
    try (Background background = new Background()) {
      // with one worker left everything has its order
      background.run(
          () -> {
            end.await();
            return 0;
          },
          _ -> {},
          _ -> {});
      NetworkShelf shelf = new NetworkShelf(networks, background);
      AtomicBoolean first = new AtomicBoolean(true);
      Platform.runLater(
          () -> {
            shelf
                .contents()
                .addListener(
                    (_, _, _) -> {
                      if (first.getAndSet(false)) {
                        remove(networks);
                        shelf.refresh();
                      }
                    });
            shelf.refresh();
          });
      // more rounds than there is work after one another
      for (int i = 0; i < 20; i++) {
        CompletableFuture<Integer> round = new CompletableFuture<>();
        background.run(() -> 0, round::complete, round::completeExceptionally);
        round.get();
      }
      CompletableFuture<NetworkShelf.Contents> shown = new CompletableFuture<>();
      Platform.runLater(() -> shown.complete(shelf.contents().get()));
      assertEquals(List.of("compact", "a"), shown.get().usable());
      assertEquals(List.of(), shown.get().broken());
      assertEquals(false, first.get());
    } finally {
      end.countDown();
    }
  }

  private void remove(Networks networks) {
    try {
      Files.delete(networks.store().folder().resolve("b.safetensors"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
