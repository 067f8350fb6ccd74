package studio.pastiche.ui;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.RunResult;
import studio.pastiche.engine.torch.TorchException;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.PaintingEvent;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.text.Texts;

/// Says in the window what happens to a painting.
final class EventReports {
  private static final Logger LOG = LoggerFactory.getLogger(EventReports.class);

  private EventReports() {}

  static void report(Painting painting, Notices notices, Texts texts) {
    painting
        .phase()
        .addListener(
            (_, _, phase) -> {
              if (phase == Phase.STARTING) {
                notices.settle(Notice.Topic.PAINTING);
              }
            });
    painting.onEvent(
        event -> {
          switch (event) {
            case PaintingEvent.Ended ended -> ended(ended.end(), notices, texts);
            case PaintingEvent.Failed failed -> failed(failed.problem(), notices, texts);
            case PaintingEvent.NotKept notKept ->
                notices.error(
                    Notice.Topic.PAINTING,
                    texts.get("notice.not-kept"),
                    texts.said(notKept.problem()));
            case PaintingEvent.NotWritten notWritten ->
                notices.error(
                    Notice.Topic.SAVING,
                    texts.get("notice.not-written"),
                    texts.said(notWritten.problem()));
            case PaintingEvent.ThinnedOut _ ->
                notices.warn(texts.get("notice.thinned-out"), texts.get("notice.thinned-out.why"));
            case PaintingEvent.Recovered recovered -> {
              if (!recovered.recovery().gaveUp()) {
                notices.warn(
                    texts.get("notice.recovered"),
                    texts.get(
                        "notice.recovered.why",
                        String.valueOf((float) recovered.recovery().learningRate())));
              }
            }
          }
        });
  }

  private static void ended(RunResult.End end, Notices notices, Texts texts) {
    switch (end) {
      case FINISHED ->
          notices.done(texts.get("notice.finished"), texts.get("notice.finished.next"));
      case NOT_FINITE ->
          notices.error(
              Notice.Topic.PAINTING, texts.get("notice.gave-up"), texts.get("notice.gave-up.why"));
      case STOPPED -> {
        // The artist did it, and sees it.
      }
    }
  }

  private static void failed(Throwable problem, Notices notices, Texts texts) {
    LOG.error("The painting failed", problem);
    boolean memory = problem instanceof TorchException torch && torch.outOfMemory();
    notices.error(
        Notice.Topic.PAINTING,
        texts.get("notice.failed"),
        memory ? texts.get("notice.out-of-memory") : texts.said(problem));
  }
}
