/** Settings of one instance. Everything it writes lies below `dir`, so that several run side by side and /etc stays as it is. */
export const siteConfig = (dir: string, port: number): string => `
$RT::MasonDataDir = '${dir}/mason';
$RT::MasonSessionDir = '${dir}/sessions';
Set($rtname, 'holdfast.example');
Set($Organization, 'holdfast.example');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${dir}/rt.sqlite');
Set($DatabaseUser, '');
Set($DatabasePassword, '');
Set($WebPath, '');
Set($WebPort, ${port});
Set($WebDomain, '127.0.0.1');
Set($WebBaseURL, 'http://127.0.0.1:${port}');
Set($WebSecureCookies, 0);
Set($CorrespondAddress, 'rt@holdfast.example');
Set($CommentAddress, 'rt-comment@holdfast.example');
Set($MailCommand, 'testfile');
Set($Timezone, 'UTC');
Set($LogToSyslog, '');
# RT checks a password with bcrypt on every request; at its own cost of 12 that is a quarter of a second each.
Set($BcryptCost, 4);
Set($LogToSTDERR, 'error');
# RT merges what is set here with its stock lifecycles.
Set(%Lifecycles, 'orders' => {
    initial  => ['received'],
    active   => ['working', 'awaiting customer', 'parked'],
    inactive => ['shipped', 'refused', 'deleted'],
    defaults => { on_create => 'received' },
    transitions => {
        ''                  => ['received', 'working'],
        received            => ['working', 'awaiting customer', 'parked', 'shipped', 'refused', 'deleted'],
        working             => ['received', 'awaiting customer', 'parked', 'shipped', 'refused', 'deleted'],
        'awaiting customer' => ['working', 'parked', 'shipped', 'refused', 'deleted'],
        parked              => ['working', 'awaiting customer', 'shipped', 'refused', 'deleted'],
        shipped             => ['working', 'deleted'],
        refused             => ['working', 'deleted'],
        deleted             => ['received'],
    },
    rights  => { '* -> deleted' => 'DeleteTicket', '* -> *' => 'ModifyTicket' },
    actions => [
        'working -> parked'  => { label => 'Park' },
        'working -> refused' => { label => 'Refuse' },
    ],
});
1;
`;
