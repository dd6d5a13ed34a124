package dev.spendsense.web.users;

/** Where questions about users are answered, dataset by dataset. */
public interface UserRooms {

    /**
     * The room of a dataset.
     *
     * @throws RuntimeException of the service's own kind when no dataset of that name is served, or it is damaged
     */
    UserRoom room(String dataset);
}
