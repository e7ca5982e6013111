package io.encours.platform.command;

import io.encours.platform.EncoursSettings;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;

/// Runs the application until it is stopped.
@CommandLine.Command(name = "serve")
public final class ServeCommand implements EncoursCommand {

    @Override
    public int run(Application application) throws InterruptedException {
        return serve(application);
    }

    static int serve(Application application) throws InterruptedException {
        var context = application.start();
        var out = application.out();
        out.println(application.text(
                "platform.command.serving",
                context.getBean(EncoursSettings.class).address()));
        context.getBeanProvider(StartNotice.class)
                .orderedStream()
                .flatMap(notice -> notice.lines(application.locale()).stream())
                .forEach(out::println);
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }
}
