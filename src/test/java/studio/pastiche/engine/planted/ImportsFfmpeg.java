package studio.pastiche.engine.planted;

/// Breaks a rule on purpose, for ArchitectureTest.
public final class ImportsFfmpeg {
  public final org.bytedeco.ffmpeg.avutil.AVFrame frame =
      new org.bytedeco.ffmpeg.avutil.AVFrame(null);
}
